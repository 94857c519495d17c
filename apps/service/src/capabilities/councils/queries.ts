import type { Database, Tx } from '@stazhirovka/db';
import {
	agendaItems,
	applicationMembers,
	applications,
	councilMembers,
	councils,
	expertises,
	grants,
	meetings,
	nameColumns,
	organisations,
	people,
	regulations,
	sites,
	siteMembers
} from '@stazhirovka/db/schema';
import { and, asc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

/** Who applies, with what ties people to it. */
export type ApplicationFacts = Awaited<ReturnType<typeof rawApplications>>[number] & {
	network: { id: string; title: string }[];
};

function rawApplications(db: Queryable, ids: string[]) {
	return db
		.select({
			id: applications.id,
			title: applications.title,
			theme: applications.theme,
			state: applications.state,
			reviewResult: applications.reviewResult,
			regionId: applications.regionId,
			regulationVersionId: applications.regulationVersionId,
			authorId: applications.createdBy,
			organisationId: organisations.id,
			organisation: organisations.shortTitle
		})
		.from(applications)
		.innerJoin(organisations, eq(organisations.id, applications.organisationId))
		.where(inArray(applications.id, ids))
		.orderBy(asc(applications.id));
}

/** Applications with their networks, by id. */
export async function applicationFacts(db: Queryable, ids: string[]): Promise<Map<string, ApplicationFacts>> {
	if (ids.length === 0) return new Map();
	const [rows, members] = await Promise.all([
		rawApplications(db, ids),
		db
			.select({
				applicationId: applicationMembers.applicationId,
				id: organisations.id,
				title: organisations.shortTitle
			})
			.from(applicationMembers)
			.innerJoin(organisations, eq(organisations.id, applicationMembers.organisationId))
			.where(inArray(applicationMembers.applicationId, ids))
			.orderBy(asc(organisations.shortTitle))
	]);
	return new Map(
		rows.map((row) => {
			const network = members
				.filter(({ applicationId, id }) => applicationId === row.id && id !== row.organisationId)
				.map(({ id, title }) => ({ id, title }));
			return [row.id, { ...row, network }];
		})
	);
}

/** Applications of a region that stand in these states, with the versions of the rules they are judged by. */
export function applicationsIn(
	db: Queryable,
	regionIds: string[],
	states: (typeof applications.$inferSelect)['state'][]
) {
	return db
		.select({ id: applications.id, regulationVersionId: applications.regulationVersionId })
		.from(applications)
		.where(and(inArray(applications.regionId, regionIds), inArray(applications.state, states)))
		.orderBy(asc(applications.id));
}

export async function peopleOf(db: Queryable, ids: string[]) {
	const rows = await db
		.select({ ...nameColumns, email: people.email, organisationId: people.organisationId })
		.from(people)
		.where(inArray(people.id, ids));
	return new Map(rows.map((row) => [row.id, row]));
}

/** Councils of these regions, with the keys of their regulations. */
export function councilsIn(db: Queryable, regionIds: string[]) {
	return db
		.select({
			id: councils.id,
			title: councils.title,
			regulationId: councils.regulationId,
			key: regulations.key
		})
		.from(councils)
		.innerJoin(regulations, eq(regulations.id, councils.regulationId))
		.where(inArray(councils.regionId, regionIds))
		.orderBy(asc(councils.title), asc(councils.id));
}

/** The key of a regulation; empty when there is none. */
export async function regulationKey(db: Queryable, id: string): Promise<string> {
	const [row] = await db.select({ key: regulations.key }).from(regulations).where(eq(regulations.id, id));
	return row?.key ?? '';
}

/** Regulations that are kept in these regions. */
export function regulationsIn(db: Queryable, regionIds: string[]) {
	return db
		.select({ id: regulations.id, key: regulations.key, regionId: regulations.regionId })
		.from(regulations)
		.where(inArray(regulations.regionId, regionIds))
		.orderBy(asc(regulations.key));
}

/** People who are experts of these regions. */
export function expertsIn(db: Queryable, regionIds: string[]) {
	return db
		.selectDistinct(nameColumns)
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'expert'), eq(grants.scopeKind, 'region'), inArray(grants.scopeId, regionIds)))
		.orderBy(asc(people.surname), asc(people.givenName));
}

/** The councils in which somebody sits on a day. */
export function councilsOf(db: Queryable, personId: string, day: string) {
	return db
		.select({ id: councils.id, title: councils.title })
		.from(councilMembers)
		.innerJoin(councils, eq(councils.id, councilMembers.councilId))
		.where(
			and(
				eq(councilMembers.personId, personId),
				lte(councilMembers.fromDay, day),
				or(isNull(councilMembers.lastDay), gte(councilMembers.lastDay, day))
			)
		)
		.orderBy(asc(councils.title));
}

/** Experts of a region, or of all, who have left every council of it before the day. */
export function departed(db: Queryable, day: string, regionId?: string) {
	const last = sql<string>`max(coalesce(${councilMembers.lastDay}, 'infinity'))`;
	return db
		.select({ personId: councilMembers.personId, regionId: councils.regionId })
		.from(councilMembers)
		.innerJoin(councils, eq(councils.id, councilMembers.councilId))
		.innerJoin(
			grants,
			and(
				eq(grants.personId, councilMembers.personId),
				eq(grants.role, 'expert'),
				eq(grants.scopeId, councils.regionId)
			)
		)
		.where(regionId === undefined ? undefined : eq(councils.regionId, regionId))
		.groupBy(councilMembers.personId, councils.regionId)
		.having(sql`${last} < ${day}::date`);
}

/** Applications that these councils judge: by an expertise, or on the agenda of a meeting. */
export async function judgedBy(db: Queryable, councilIds: string[], applicationId?: string) {
	if (councilIds.length === 0) return [];
	const only = (column: typeof expertises.applicationId | typeof agendaItems.applicationId) =>
		applicationId === undefined ? undefined : eq(column, applicationId);
	const rows = await union(
		db
			.select({ applicationId: expertises.applicationId, councilId: expertises.councilId })
			.from(expertises)
			.where(and(inArray(expertises.councilId, councilIds), only(expertises.applicationId))),
		db
			.select({ applicationId: applications.id, councilId: meetings.councilId })
			.from(agendaItems)
			.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
			.innerJoin(applications, eq(applications.id, agendaItems.applicationId))
			.where(
				and(
					inArray(meetings.councilId, councilIds),
					ne(meetings.state, 'cancelled'),
					only(agendaItems.applicationId)
				)
			)
	);
	return rows;
}

/** Organisations of these sites, those of their networks too. */
export async function organisationsOf(db: Queryable, siteIds: string[]): Promise<Map<string, string[]>> {
	if (siteIds.length === 0) return new Map();
	const [own, others] = await Promise.all([
		db
			.select({ siteId: sites.id, organisationId: sites.organisationId })
			.from(sites)
			.where(inArray(sites.id, siteIds)),
		db
			.select({ siteId: siteMembers.siteId, organisationId: siteMembers.organisationId })
			.from(siteMembers)
			.where(and(inArray(siteMembers.siteId, siteIds), isNull(siteMembers.leftOn)))
	]);
	const all = Map.groupBy([...own, ...others], ({ siteId }) => siteId);
	return new Map([...all].map(([siteId, rows]) => [siteId, rows.map((row) => row.organisationId)]));
}
