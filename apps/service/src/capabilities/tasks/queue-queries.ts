import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	deficitCards,
	enrolments,
	learningRouteItems,
	learningRoutes,
	nameColumns,
	people,
	sites,
	submissions,
	submissionVersions,
	taskExtendedTo
} from '@stazhirovka/db/schema';
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { mine, ofTask, studying } from './queries.ts';

type Queryable = Database | Tx;

const whose = {
	enrolmentId: enrolments.id,
	programmeVersionId: cohorts.programmeVersionId,
	person: nameColumns,
	cohort: cohorts.title
};

/** Tasks that wait for this tutor; `late` is judged on the first sending. */
export function sentTasks(db: Queryable, tutorId: string) {
	return db
		.select({
			...whose,
			id: submissions.id,
			since: submissions.sentAt,
			taskKey: submissions.taskKey,
			dueOn: learningRouteItems.dueOn,
			extendedTo: taskExtendedTo(submissions.enrolmentId, submissions.taskKey),
			firstSentAt: submissionVersions.sentAt,
			timeZone: sites.timeZone
		})
		.from(submissions)
		.innerJoin(
			submissionVersions,
			and(eq(submissionVersions.submissionId, submissions.id), eq(submissionVersions.number, 1))
		)
		.innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.leftJoin(learningRoutes, eq(learningRoutes.enrolmentId, enrolments.id))
		.leftJoin(learningRouteItems, ofTask)
		.where(and(mine(tutorId), eq(submissions.state, 'sent')));
}

/** Deficit cards that the intern has signed and this tutor has not. */
export function cardsToSign(db: Queryable, tutorId: string) {
	return db
		.select({
			...whose,
			id: deficitCards.id,
			since: sql<Date>`${deficitCards.internSignedAt}`.mapWith(deficitCards.internSignedAt)
		})
		.from(deficitCards)
		.innerJoin(enrolments, eq(enrolments.id, deficitCards.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(mine(tutorId), isNotNull(deficitCards.internSignedAt), isNull(deficitCards.tutorSignedAt)));
}

export function proposedRoutes(db: Queryable, tutorId: string) {
	return db
		.select({
			...whose,
			id: learningRoutes.id,
			since: sql<Date>`${learningRoutes.proposedAt}`.mapWith(learningRoutes.proposedAt)
		})
		.from(learningRoutes)
		.innerJoin(enrolments, eq(enrolments.id, learningRoutes.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(mine(tutorId), eq(learningRoutes.state, 'proposed')));
}

/** Of these enrolments the ones that study, with the names for a list; the tutor's own ones where one is named. */
export function interns(db: Queryable, enrolmentIds: string[], tutorId?: string) {
	return db
		.select(whose)
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(
			and(
				studying,
				inArray(enrolments.id, enrolmentIds),
				tutorId ? eq(enrolments.tutorId, tutorId) : undefined
			)
		);
}
