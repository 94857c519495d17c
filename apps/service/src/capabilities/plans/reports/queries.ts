import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	grants,
	organisations,
	people,
	planExecutions,
	planRows,
	plans,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
type Days = { from: string; to: string };

/** Who answered for these events, and how many files prove them. */
export async function evidenceOf(
	db: Queryable,
	executionIds: string[]
): Promise<ReadonlyMap<string, { responsible: string; files: number }>> {
	if (executionIds.length === 0) return new Map();
	const rows = await db
		.select({
			id: planExecutions.id,
			responsible: planRows.responsible,
			files: sql<number>`cardinality(${planExecutions.fileIds})`
		})
		.from(planExecutions)
		.innerJoin(planRows, eq(planRows.id, planExecutions.rowId))
		.where(inArray(planExecutions.id, executionIds));
	return new Map(rows.map(({ id, ...evidence }) => [id, evidence]));
}

/** Cohorts of a site that ran on these days, with how many interns were or are in them. */
export function cohortsOf(db: Queryable, siteId: string, { from, to }: Days) {
	return db
		.select({
			id: cohorts.id,
			title: cohorts.title,
			from: cohorts.startsOn,
			lastDay: cohorts.endsOn,
			interns: sql<number>`count(${enrolments.id})::int`
		})
		.from(cohorts)
		.leftJoin(
			enrolments,
			and(eq(enrolments.cohortId, cohorts.id), inArray(enrolments.state, ['confirmed', 'completed']))
		)
		.where(and(eq(cohorts.siteId, siteId), lte(cohorts.startsOn, to), gte(cohorts.endsOn, from)))
		.groupBy(cohorts.id)
		.orderBy(asc(cohorts.startsOn), asc(cohorts.id));
}

/** Rows of the plans in force of a site. */
export async function plannedRows(db: Queryable, siteId: string) {
	const rows = await db
		.select({
			id: planRows.id,
			title: planRows.title,
			lastDay: planRows.lastDay,
			cancelledAt: planRows.cancelledAt
		})
		.from(planRows)
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.where(and(eq(plans.siteId, siteId), eq(plans.state, 'in_force')))
		.orderBy(asc(planRows.lastDay), asc(planRows.id));
	return rows.map(({ cancelledAt, ...row }) => ({ ...row, cancelled: cancelledAt !== null }));
}

export type Addressee = { siteId: string; email: string; givenName: string };

/** Leaders of these sites. */
export function leadersOf(db: Queryable, siteIds: string[]): Promise<Addressee[]> {
	return db
		.selectDistinct({
			siteId: sql<string>`${grants.scopeId}`,
			email: people.email,
			givenName: people.givenName
		})
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(
			and(
				eq(grants.role, 'leader'),
				eq(grants.scopeKind, 'site'),
				inArray(grants.scopeId, siteIds),
				isNull(people.blockedAt)
			)
		);
}

/** Coordinators of a region. */
export function keepersOf(db: Queryable, regionId: string): Promise<Omit<Addressee, 'siteId'>[]> {
	return db
		.selectDistinct({ email: people.email, givenName: people.givenName })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(
			and(
				eq(grants.role, 'coordinator'),
				eq(grants.scopeKind, 'region'),
				eq(grants.scopeId, regionId),
				isNull(people.blockedAt)
			)
		);
}

export async function isBlocked(db: Queryable, personId: string): Promise<boolean> {
	return (await db.$count(people, and(eq(people.id, personId), isNull(people.blockedAt)))) === 0;
}

export async function shortTitleOf(db: Queryable, organisationId: string): Promise<string> {
	const [row] = await db
		.select({ title: organisations.shortTitle })
		.from(organisations)
		.where(eq(organisations.id, organisationId));
	return row?.title ?? '';
}

/** Sites by their ids, as far as their registers are kept in these regions (`null`: in all). */
export function sitesAmong(db: Queryable, ids: string[], regionIds: string[] | null) {
	return db
		.select()
		.from(sites)
		.where(
			and(inArray(sites.id, ids), regionIds === null ? undefined : or(inArray(sites.regionId, regionIds)))
		);
}
