import type { Database } from '@stazhirovka/db';
import { registryLinks } from '@stazhirovka/db/schema';
import { asc } from 'drizzle-orm';

/** Rows of the three tables, in their order. */
export function outsideRows(db: Database) {
	return db.select().from(registryLinks).orderBy(asc(registryLinks.table), asc(registryLinks.n));
}
