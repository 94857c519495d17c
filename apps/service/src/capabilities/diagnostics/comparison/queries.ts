import type { Database, Tx } from '@stazhirovka/db';
import { deficitCards, enrolments, formAnswers, formDefinitions } from '@stazhirovka/db/schema';
import { and, asc, eq, isNotNull, like } from 'drizzle-orm';

/**
 * Cards of a cohort in the order in which they were built, without the people. Whoever left later keeps the place, so that
 * groups stay as they were.
 */
export async function cardsIn(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: deficitCards.enrolmentId, rows: deficitCards.rows })
		.from(deficitCards)
		.innerJoin(enrolments, eq(enrolments.id, deficitCards.enrolmentId))
		.where(eq(enrolments.cohortId, cohortId))
		.orderBy(asc(deficitCards.createdAt), asc(deficitCards.id));
}

/** Repetitions that were sent in a cohort, in the order in which they came in. */
export async function repetitionsIn(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: enrolments.id, answer: formAnswers.answer })
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.innerJoin(enrolments, eq(enrolments.id, formAnswers.enrolmentId))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				eq(formDefinitions.key, 'diagnostic'),
				like(formAnswers.occasion, 'exit%'),
				isNotNull(formAnswers.submittedAt)
			)
		)
		.orderBy(asc(formAnswers.submittedAt), asc(formAnswers.id));
}
