import type { Database, Tx } from '@stazhirovka/db';
import { deficitCards, enrolments, formAnswers, formDefinitions } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNotNull, like } from 'drizzle-orm';

/** Cards of a cohort with the repetitions that were sent, in the order in which these came in; without the people. */
export async function repetitionsIn(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: enrolments.id, rows: deficitCards.rows, answer: formAnswers.answer })
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.innerJoin(enrolments, eq(enrolments.id, formAnswers.enrolmentId))
		.innerJoin(deficitCards, eq(deficitCards.enrolmentId, enrolments.id))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				inArray(enrolments.state, ['confirmed', 'completed']),
				eq(formDefinitions.key, 'diagnostic'),
				like(formAnswers.occasion, 'exit%'),
				isNotNull(formAnswers.submittedAt)
			)
		)
		.orderBy(asc(formAnswers.submittedAt), asc(formAnswers.id));
}
