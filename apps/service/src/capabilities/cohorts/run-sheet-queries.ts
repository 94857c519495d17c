import type { Database, Tx } from '@stazhirovka/db';
import {
	enrolments,
	formAnswers,
	formDefinitions,
	nameColumns,
	people,
	runSheetMarks
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Interns of one tutor in a cohort. */
export function internsOf(db: Queryable, cohortId: string, tutorId: string) {
	return db
		.select({
			enrolmentId: enrolments.id,
			person: nameColumns,
			attendedOn: enrolments.attendedOn,
			level: enrolments.understandingLevel,
			note: enrolments.understandingNote
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				eq(enrolments.tutorId, tutorId),
				inArray(enrolments.state, ['confirmed', 'completed'])
			)
		)
		.orderBy(asc(people.surname), asc(people.givenName), asc(enrolments.id));
}

export function heldRows(
	db: Queryable,
	cohortId: string
): Promise<{ activityKey: string; markedAt: Date }[]> {
	return db
		.select({ activityKey: runSheetMarks.activityKey, markedAt: runSheetMarks.markedAt })
		.from(runSheetMarks)
		.where(eq(runSheetMarks.cohortId, cohortId));
}

export type CardRow = Awaited<ReturnType<typeof cardsOf>>[number];

/** Cards of these interns, and those of the whole group, which have no intern. The answer only of the named card. */
export function cardsOf(
	db: Queryable,
	{ cohortId, enrolmentIds, withAnswer }: { cohortId: string; enrolmentIds: string[]; withAnswer: string }
) {
	return db
		.select({
			key: formDefinitions.key,
			enrolmentId: formAnswers.enrolmentId,
			occasion: formAnswers.occasion,
			submittedAt: formAnswers.submittedAt,
			answer: sql<unknown>`case when ${formDefinitions.key} = ${withAnswer} then ${formAnswers.answer} end`
		})
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(
			and(
				eq(formAnswers.cohortId, cohortId),
				or(isNull(formAnswers.enrolmentId), inArray(formAnswers.enrolmentId, enrolmentIds))
			)
		);
}
