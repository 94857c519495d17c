import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	learningRoutes,
	nameColumns,
	namesOf,
	organisations,
	people,
	sites,
	submissions
} from '@stazhirovka/db/schema';
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

const tutors = alias(people, 'tutors');

type Queryable = Database | Tx;
export type RoutePeople = NonNullable<Awaited<ReturnType<typeof routePeople>>>;

/** Whose route it is, and whom it is agreed with. */
export async function routePeople(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			intern: nameColumns,
			tutor: namesOf(tutors)
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(tutors, eq(tutors.id, enrolments.tutorId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** What the paper of a route names besides its rows. */
export async function routePaperFacts(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			intern: nameColumns,
			position: people.position,
			organisation: enrolments.organisationTitle,
			tutor: namesOf(tutors),
			site: organisations.title
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.leftJoin(tutors, eq(tutors.id, enrolments.tutorId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** When each task of an intern was accepted. */
export function acceptedTasks(db: Queryable, enrolmentId: string) {
	return db
		.select({ task: submissions.taskKey, at: submissions.decidedAt })
		.from(submissions)
		.where(and(eq(submissions.enrolmentId, enrolmentId), eq(submissions.state, 'accepted')));
}

/** Routes of those who study in the cohort, or of one of them, with the tasks that were sent. */
export function routesOfCohort(db: Queryable, cohortId: string, enrolmentId?: string) {
	const one = enrolmentId ? eq(enrolments.id, enrolmentId) : undefined;
	return db
		.select({
			enrolmentId: enrolments.id,
			sent: sql<string[]>`coalesce((
				select array_agg(s.task_key) from ${submissions} s where s.enrolment_id = ${enrolments.id}), '{}')`
		})
		.from(learningRoutes)
		.innerJoin(enrolments, eq(enrolments.id, learningRoutes.enrolmentId))
		.where(and(eq(enrolments.cohortId, cohortId), eq(enrolments.state, 'confirmed'), one))
		.orderBy(asc(enrolments.id));
}
