import type { Database, Tx } from '@stazhirovka/db';
import {
	appeals,
	cohorts,
	cohortTutors,
	enrolments,
	finalWorkResults,
	finalWorks,
	nameColumns,
	people,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Appeals of a cohort, the nearest due day first. */
export function appealsOfCohort(db: Queryable, cohortId: string) {
	return db
		.select({
			workId: appeals.finalWorkId,
			title: finalWorks.title,
			author: nameColumns,
			sentAt: appeals.sentAt,
			answerBy: appeals.answerBy,
			decidedAt: appeals.decidedAt
		})
		.from(appeals)
		.innerJoin(finalWorks, eq(finalWorks.id, appeals.finalWorkId))
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(finalWorks.cohortId, cohortId))
		.orderBy(asc(appeals.answerBy), asc(appeals.sentAt));
}

/** Appeals that wait for an answer, each with the tutors of its cohort: one row for a tutor, or for all of them. */
export function openAppeals(db: Queryable, tutorId?: string) {
	return db
		.select({
			id: appeals.id,
			finalWorkId: appeals.finalWorkId,
			enrolmentId: finalWorks.enrolmentId,
			title: finalWorks.title,
			sentAt: appeals.sentAt,
			answerBy: appeals.answerBy,
			remindedAt: appeals.remindedAt,
			timeZone: sites.timeZone,
			disputedBy: finalWorkResults.decidedBy,
			tutors: db.$count(cohortTutors, eq(cohortTutors.cohortId, cohorts.id)),
			tutor: { id: people.id, email: people.email, givenName: people.givenName }
		})
		.from(appeals)
		.innerJoin(finalWorkResults, eq(finalWorkResults.id, appeals.resultId))
		.innerJoin(finalWorks, eq(finalWorks.id, appeals.finalWorkId))
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(cohortTutors, eq(cohortTutors.cohortId, cohorts.id))
		.innerJoin(people, eq(people.id, cohortTutors.personId))
		.where(and(isNull(appeals.decidedAt), tutorId ? eq(cohortTutors.personId, tutorId) : undefined))
		.orderBy(asc(appeals.answerBy), asc(appeals.id));
}

/** How to write to the tutors of a cohort. */
export function tutorsOf(db: Queryable, cohortId: string) {
	return db
		.select({ id: people.id, email: people.email, givenName: people.givenName })
		.from(cohortTutors)
		.innerJoin(people, eq(people.id, cohortTutors.personId))
		.where(eq(cohortTutors.cohortId, cohortId))
		.orderBy(asc(people.id));
}

/** Whether the document about the end of the programme was issued. */
export async function isCompleted(db: Queryable, enrolmentId: string): Promise<boolean> {
	const [row] = await db
		.select({ state: enrolments.state })
		.from(enrolments)
		.where(eq(enrolments.id, enrolmentId));
	return row?.state === 'completed';
}
