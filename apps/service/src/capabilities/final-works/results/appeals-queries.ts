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
	reserveReviewers,
	reviews,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Who decided on a work, or reviewed it without being an intern of its cohort. */
const judges = sql<string[]>`array(
	select result.decided_by from ${finalWorkResults} result
	where result.final_work_id = ${finalWorks}.id and result.decided_by is not null
	union
	select guest.person_id from ${reviews} review join ${reserveReviewers} guest on guest.id = review.reserve_id
	where review.final_work_id = ${finalWorks}.id and review.sent_at is not null)`;

const tutors = sql<string[]>`array(
	select tutor.person_id from ${cohortTutors} tutor where tutor.cohort_id = ${finalWorks}.cohort_id)`;

/** People who are not asked about the result of a work again, where there is somebody else. */
export async function judgesOf(db: Queryable, workId: string): Promise<string[]> {
	const [row] = await db.select({ judges }).from(finalWorks).where(eq(finalWorks.id, workId));
	return row?.judges ?? [];
}

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
			judges,
			tutors,
			tutor: { id: people.id, email: people.email, givenName: people.givenName }
		})
		.from(appeals)
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
