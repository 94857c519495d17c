import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	deficitCards,
	enrolments,
	finalWorks,
	finalWorkVersions,
	formAnswers,
	journal,
	learningRoutes,
	nameColumns,
	people,
	submissions
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

/** When each person, or this one, last decided or wrote something in the cohort; reading leaves no trace. */
export async function lastActivity(
	db: Queryable,
	cohortId: string,
	personId?: string
): Promise<Map<string, Date>> {
	const decided = db
		.select({ personId: journal.actorId, at: sql<Date>`max(${journal.at})`.as('at') })
		.from(journal)
		.where(and(eq(journal.cohortId, cohortId), personId ? eq(journal.actorId, personId) : undefined))
		.groupBy(journal.actorId);
	const written = db
		.select({ personId: formAnswers.savedBy, at: sql<Date>`max(${formAnswers.savedAt})`.as('at') })
		.from(formAnswers)
		.where(and(eq(formAnswers.cohortId, cohortId), personId ? eq(formAnswers.savedBy, personId) : undefined))
		.groupBy(formAnswers.savedBy);
	const traces = unionAll(decided, written).as('traces');

	const rows = await db
		.select({ personId: traces.personId, at: sql<Date | null>`max(${traces.at})`.mapWith(journal.at) })
		.from(traces)
		.groupBy(traces.personId);
	return new Map(rows.flatMap(({ personId, at }) => (personId && at ? [[personId, at]] : [])));
}

/** What lies with tutors since when: `step` is a kind of step, or `task.T01`. */
export function withTutors(db: Queryable, cohortId: string) {
	const ofCohort = eq(enrolments.cohortId, cohortId);
	const sent = db
		.select({
			enrolmentId: submissions.enrolmentId,
			step: sql<string>`'task.' || ${submissions.taskKey}`.as('step'),
			since: submissions.sentAt
		})
		.from(submissions)
		.innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
		.where(and(ofCohort, eq(submissions.state, 'sent')));
	const signed = db
		.select({
			enrolmentId: deficitCards.enrolmentId,
			step: sql<string>`'deficit_card'`.as('step'),
			since: sql<Date>`${deficitCards.internSignedAt}`.mapWith(deficitCards.internSignedAt).as('since')
		})
		.from(deficitCards)
		.innerJoin(enrolments, eq(enrolments.id, deficitCards.enrolmentId))
		.where(and(ofCohort, isNotNull(deficitCards.internSignedAt), isNull(deficitCards.tutorSignedAt)));
	const proposed = db
		.select({
			enrolmentId: learningRoutes.enrolmentId,
			step: sql<string>`'learning_route'`.as('step'),
			since: sql<Date>`${learningRoutes.proposedAt}`.mapWith(learningRoutes.proposedAt).as('since')
		})
		.from(learningRoutes)
		.innerJoin(enrolments, eq(enrolments.id, learningRoutes.enrolmentId))
		.where(and(ofCohort, eq(learningRoutes.state, 'proposed'), isNotNull(learningRoutes.proposedAt)));
	const revised = db
		.select({
			enrolmentId: finalWorks.enrolmentId,
			step: sql<string>`'final_work'`.as('step'),
			since: finalWorkVersions.publishedAt
		})
		.from(finalWorks)
		.innerJoin(
			finalWorkVersions,
			and(eq(finalWorkVersions.finalWorkId, finalWorks.id), eq(finalWorkVersions.number, finalWorks.version))
		)
		.where(and(eq(finalWorks.cohortId, cohortId), eq(finalWorks.state, 'revised')));
	return unionAll(sent, signed, proposed, revised);
}

/** The cohorts of these sites that are under way on a day, or ended less than so long before it. */
export function runningCohorts(
	db: Queryable,
	siteIds: string[],
	{ today, endedSince, most }: { today: string; endedSince: string; most: number }
): Promise<{ id: string }[]> {
	return db
		.select({ id: cohorts.id })
		.from(cohorts)
		.where(
			and(inArray(cohorts.siteId, siteIds), lte(cohorts.startsOn, today), gte(cohorts.endsOn, endedSince))
		)
		.orderBy(desc(cohorts.startsOn), asc(cohorts.id))
		.limit(most);
}

export async function addresseeOf(db: Queryable, personId: string) {
	const [row] = await db
		.select({ ...nameColumns, email: people.email })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}
