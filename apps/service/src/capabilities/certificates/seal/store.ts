import type { Database } from '@stazhirovka/db';
import { sealKeys as keys } from '@stazhirovka/db/schema';
import { desc } from 'drizzle-orm';

export type SealKeyRow = typeof keys.$inferSelect;

/** Public halves, the newest first. */
export function sealKeys(db: Database): Promise<SealKeyRow[]> {
	return db.select().from(keys).orderBy(desc(keys.createdAt), desc(keys.id)).execute();
}

export async function keepSealKey(db: Database, key: SealKeyRow): Promise<void> {
	await db.insert(keys).values(key).onConflictDoNothing();
}
