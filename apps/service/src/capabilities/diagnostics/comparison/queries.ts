import type { Database, Tx } from '@stazhirovka/db';
import { deficitCards, formAnswers, formDefinitions } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNotNull, like, sql } from 'drizzle-orm';
import { carried, carriedFrom, doneIn } from '../../cohorts/index.ts';

/**
 * Cards of a cohort in the order in which they were built, without the people. Whoever left later keeps the place, also
 * where a transfer took the card along, so that groups stay as they were.
 */
export async function cardsIn(db: Database | Tx, cohortId: string) {
	const cards = sql`select f.id, f.enrolment_id, stands.several, f.created_at as at, f.rows
		from ${carried([cohortId])} stands join ${deficitCards} f on f.enrolment_id = stands.id`;
	const rows = await db.execute<Pick<typeof deficitCards.$inferSelect, 'enrolmentId' | 'rows'>>(sql`
		select d.enrolment_id as "enrolmentId", d.rows from ${doneIn([cohortId], cards)} order by d.at, d.id`);
	return [...rows];
}

/** Repetitions of those whose cards may be of the cohort, in the order in which they came in. */
export async function repetitionsIn(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: sql<string>`${formAnswers.enrolmentId}`, answer: formAnswers.answer })
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(
			and(
				inArray(formAnswers.enrolmentId, carriedFrom([cohortId])),
				eq(formDefinitions.key, 'diagnostic'),
				like(formAnswers.occasion, 'exit%'),
				isNotNull(formAnswers.submittedAt)
			)
		)
		.orderBy(asc(formAnswers.submittedAt), asc(formAnswers.id));
}
