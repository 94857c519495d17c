import type { Database, Tx } from '@stazhirovka/db';
import { deficitCards, enrolments, nameColumns, people } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';

export type CardPage = NonNullable<Awaited<ReturnType<typeof cardPage>>>;

/** The card with the intern's name, in one round trip. */
export async function cardPage(db: Database | Tx, enrolmentId: string) {
	const [row] = await db
		.select({
			card: deficitCards,
			intern: nameColumns
		})
		.from(deficitCards)
		.innerJoin(enrolments, eq(enrolments.id, deficitCards.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(deficitCards.enrolmentId, enrolmentId));
	return row;
}
