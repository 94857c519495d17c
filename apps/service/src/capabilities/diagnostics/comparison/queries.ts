import type { Database, Tx } from '@stazhirovka/db';
import { deficitCards, formAnswers, formDefinitions } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNotNull, like, sql } from 'drizzle-orm';
import { carriedFrom, cohortThen } from '../../cohorts/index.ts';

const builtIn = cohortThen({
	enrolmentId: sql`${deficitCards.enrolmentId}`,
	at: sql`${deficitCards.createdAt}`
});

/**
 * Cards of a cohort in the order in which they were built, without the people. Whoever left later keeps the place, also
 * where a transfer took the card along, so that groups stay as they were.
 */
export async function cardsIn(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: deficitCards.enrolmentId, rows: deficitCards.rows })
		.from(deficitCards)
		.where(and(inArray(deficitCards.enrolmentId, carriedFrom([cohortId])), eq(builtIn, cohortId)))
		.orderBy(asc(deficitCards.createdAt), asc(deficitCards.id));
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
