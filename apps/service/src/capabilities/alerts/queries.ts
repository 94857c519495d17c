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
import { and, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { cohortCards, type CohortCard } from '../cohorts/index.ts';

type Queryable = Database | Tx;

/** When each person, or this one, last decided or wrote something in the cohort; reading leaves no trace. */
export async function lastActivity(
	db: Queryable,
	cohortId: string,
	personId?: string
): Promise<Map<string, Date>> {
	return (await lastActivities(db, [cohortId], personId)).get(cohortId) ?? new Map();
}

/** The same of several cohorts, by the cohort. */
export async function lastActivities(
	db: Queryable,
	cohortIds: readonly string[],
	personId?: string
): Promise<Map<string, Map<string, Date>>> {
	const ids = [...cohortIds];
	const decided = db
		.select({
			cohortId: journal.cohortId,
			personId: journal.actorId,
			at: sql<Date>`max(${journal.at})`.as('at')
		})
		.from(journal)
		.where(and(inArray(journal.cohortId, ids), personId ? eq(journal.actorId, personId) : undefined))
		.groupBy(journal.cohortId, journal.actorId);
	const written = db
		.select({
			cohortId: formAnswers.cohortId,
			personId: formAnswers.savedBy,
			at: sql<Date>`max(${formAnswers.savedAt})`.as('at')
		})
		.from(formAnswers)
		.where(and(inArray(formAnswers.cohortId, ids), personId ? eq(formAnswers.savedBy, personId) : undefined))
		.groupBy(formAnswers.cohortId, formAnswers.savedBy);
	const traces = unionAll(decided, written).as('traces');

	const rows = await db
		.select({
			cohortId: traces.cohortId,
			personId: traces.personId,
			at: sql<Date | null>`max(${traces.at})`.mapWith(journal.at)
		})
		.from(traces)
		.groupBy(traces.cohortId, traces.personId);
	const cohorts = Map.groupBy(rows, ({ cohortId }) => cohortId ?? '');
	const timesOf = (own: typeof rows) =>
		new Map(own.flatMap(({ personId, at }) => (personId && at ? [[personId, at] as const] : [])));
	return new Map([...cohorts].map(([id, own]) => [id, timesOf(own)]));
}

/** What lies with tutors since when: `step` is a kind of step, or `task.T01`. */
export function withTutors(db: Queryable, cohortIds: readonly string[]) {
	const ofCohort = inArray(enrolments.cohortId, [...cohortIds]);
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
		.where(and(inArray(finalWorks.cohortId, [...cohortIds]), eq(finalWorks.state, 'revised')));
	return unionAll(sent, signed, proposed, revised);
}

/** The cohorts of these sites that are under way on a day, or ended less than so long before it. */
export function runningCohorts(
	db: Queryable,
	siteIds: string[],
	{ today, endedSince }: { today: string; endedSince: string }
): Promise<CohortCard[]> {
	const running = and(lte(cohorts.startsOn, today), gte(cohorts.endsOn, endedSince));
	return cohortCards(db, and(inArray(cohorts.siteId, siteIds), running));
}

export async function addresseeOf(db: Queryable, personId: string) {
	const [row] = await db
		.select({ ...nameColumns, email: people.email })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}
