import type { Database, Tx } from '@stazhirovka/db';
import { nameColumns, people } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

/** Names and position of somebody, as they sign. */
export async function signatory(db: Database | Tx, personId: string) {
	const [row] = await db
		.select({ ...nameColumns, position: people.position })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}
