import type { Database, Tx } from '@stazhirovka/db';
import { sites } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

export type SiteFacts = typeof sites.$inferSelect;

export async function findSite(db: Database | Tx, id: string): Promise<SiteFacts | undefined> {
	const [site] = await db.select().from(sites).where(eq(sites.id, id));
	return site;
}
