import type { Database } from '@stazhirovka/db';
import { cleanCopies } from '@stazhirovka/db/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { CLEANING } from './clean.ts';

export type CopyRow = typeof cleanCopies.$inferSelect;

export async function copiesOf(db: Database, sha256s: string[]): Promise<Map<string, CopyRow>> {
	const rows = await db
		.select()
		.from(cleanCopies)
		.where(and(inArray(cleanCopies.sha256, sha256s), eq(cleanCopies.cleaning, CLEANING)));
	return new Map(rows.map((row) => [row.sha256, row]));
}

/** Two who clean the same bytes at once keep the copy of the first. */
export async function insertCopy(db: Database, copy: Omit<CopyRow, 'cleaning'>): Promise<void> {
	await db
		.insert(cleanCopies)
		.values({ ...copy, cleaning: CLEANING })
		.onConflictDoNothing();
}
