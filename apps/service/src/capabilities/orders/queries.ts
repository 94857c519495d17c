import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	cohortSessions,
	cohortTutors,
	documents,
	enrolmentAdmissions,
	enrolments,
	finalWorkResults,
	finalWorks,
	journal,
	nameColumns,
	organisations,
	people,
	requisitesOf,
	sites
} from '@stazhirovka/db/schema';
import type { WayIn } from '@stazhirovka/domain/documents';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

export type CohortPlace = NonNullable<Awaited<ReturnType<typeof cohortPlace>>>;

/** Where a cohort learns, and the organisations that may issue its papers. */
export async function cohortPlace(db: Queryable, cohortId: string) {
	const operators = alias(organisations, 'operators');
	const [row] = await db
		.select({
			site: { id: sites.id, code: sites.code },
			organisation: { ...requisitesOf(organisations), ownership: organisations.ownership },
			operator: { ...requisitesOf(operators), ownership: operators.ownership }
		})
		.from(cohorts)
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.leftJoin(operators, eq(operators.id, sites.operatorId))
		.where(eq(cohorts.id, cohortId));
	return row;
}

const latest = sql`(
	select r.id from ${finalWorkResults} r where r.final_work_id = ${finalWorks.id} order by r.round desc limit 1)`;

/** What brought the person last; records from before lists were told person by person know of no application. */
const cameBy = sql<WayIn>`case when ${enrolmentAdmissions.cameFrom} is not null then 'transferred' else coalesce((
	select substring(j.kind from 'enrolment.(.*)') from ${journal} j
	where j.subject_id = ${enrolments.id}
		and j.kind in ('enrolment.applied', 'enrolment.listed', 'enrolment.invited')
	order by j.at desc, j.id desc limit 1), 'listed') end`;

export type LearnerRow = Awaited<ReturnType<typeof learnersOf>>[number];

/** Whoever was once taken into the cohort, by name, with the announced result. */
export function learnersOf(db: Queryable, cohortId: string) {
	return db
		.select({
			...nameColumns,
			id: enrolments.id,
			state: enrolments.state,
			gender: people.gender,
			dative: people.dative,
			position: people.position,
			organisation: enrolments.organisationTitle,
			decisionReason: enrolments.decisionReason,
			cameBy,
			workState: finalWorks.state,
			passed: finalWorkResults.passed,
			total: finalWorkResults.total,
			opinion: finalWorkResults.decisionReason
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.leftJoin(finalWorks, eq(finalWorks.enrolmentId, enrolments.id))
		.leftJoin(finalWorkResults, eq(finalWorkResults.id, latest))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				inArray(enrolments.state, ['confirmed', 'completed', 'expelled'])
			)
		)
		.orderBy(asc(people.surname), asc(people.givenName), asc(enrolments.id));
}

export function tutorsOf(db: Queryable, cohortId: string) {
	return db
		.select({
			...nameColumns,
			gender: people.gender,
			position: people.position,
			/** As the person confirmed it (X14). */
			accusative: sql<
				string | null
			>`case when ${people.nameConfirmedAt} is not null then ${people.accusative} end`
		})
		.from(cohortTutors)
		.innerJoin(people, eq(people.id, cohortTutors.personId))
		.where(eq(cohortTutors.cohortId, cohortId))
		.orderBy(asc(people.surname), asc(people.givenName), asc(people.id));
}

export type SessionRow = Awaited<ReturnType<typeof sessionsOf>>[number];

/** Meetings of the cohort, in order. */
export function sessionsOf(db: Queryable, cohortId: string) {
	const { date, startsAt, endsAt, place } = cohortSessions;
	return db
		.select({ date, startsAt, endsAt, place })
		.from(cohortSessions)
		.where(eq(cohortSessions.cohortId, cohortId))
		.orderBy(asc(cohortSessions.date), asc(cohortSessions.startsAt));
}

/** An order of the day that stands: its number, and what it says. */
export async function orderOfDay(
	db: Queryable,
	{ cohortId, kind, day }: { cohortId: string; kind: string; day: string }
) {
	const corrections = alias(documents, 'corrections');
	const [row] = await db
		.select({ id: documents.id, number: documents.number, paper: documents.paper })
		.from(documents)
		.leftJoin(corrections, eq(corrections.replacesId, documents.id))
		.where(
			and(
				eq(documents.cohortId, cohortId),
				eq(documents.kind, kind),
				eq(documents.dated, day),
				isNull(corrections.id)
			)
		)
		.orderBy(desc(documents.issuedAt))
		.limit(1);
	return row;
}
