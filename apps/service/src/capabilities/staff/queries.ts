import type { Database, Tx } from '@stazhirovka/db';
import {
	acts,
	dutyMarks,
	files,
	organisations,
	people,
	siteAgreements,
	siteMembers,
	sites,
	siteStaff,
	staffTrainings,
	statusDecisions,
	statusPeriods
} from '@stazhirovka/db/schema';
import type { StatusPeriod } from '@stazhirovka/domain/sites';
import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';

import { mayBeNamed } from './naming-queries.ts';

type Queryable = Database | Tx;

const staffColumns = {
	id: siteStaff.id,
	siteId: siteStaff.siteId,
	role: siteStaff.role,
	name: siteStaff.name,
	position: siteStaff.position,
	email: people.email,
	fromDay: siteStaff.fromDay,
	lastDay: siteStaff.lastDay,
	act: siteStaff.act,
	enteredAct: { kind: acts.kind, number: acts.number, signedOn: acts.signedOn, issuer: acts.issuer },
	minutes: siteStaff.minutes,
	endReason: siteStaff.endReason
};

export type StaffRow = Awaited<ReturnType<typeof staffOf>>[number];

/** People of a site, of one appointment or of all: who stands in a role first, the newest first. */
export function staffOf(db: Queryable, where: { siteId: string } | { id: string }) {
	return db
		.select({ ...staffColumns, consented: mayBeNamed(db) })
		.from(siteStaff)
		.leftJoin(people, eq(people.id, siteStaff.personId))
		.leftJoin(acts, eq(acts.id, siteStaff.actId))
		.where('id' in where ? eq(siteStaff.id, where.id) : eq(siteStaff.siteId, where.siteId))
		.orderBy(sql`${siteStaff.lastDay} is not null`, desc(siteStaff.fromDay), asc(siteStaff.name));
}

export type MarkRow = Awaited<ReturnType<typeof marksOf>>[number];

/** What was marked as done at a site, newest first. */
export function marksOf(db: Queryable, siteId: string) {
	return db
		.select({
			role: dutyMarks.role,
			duty: dutyMarks.duty,
			who: dutyMarks.who,
			on: dutyMarks.onDay,
			note: dutyMarks.note
		})
		.from(dutyMarks)
		.where(eq(dutyMarks.siteId, siteId))
		.orderBy(desc(dutyMarks.onDay), desc(dutyMarks.id));
}

export function trainingsOf(db: Queryable, staffId: string) {
	return db
		.select({
			id: staffTrainings.id,
			title: staffTrainings.title,
			provider: staffTrainings.provider,
			hours: staffTrainings.hours,
			from: staffTrainings.fromDay,
			lastDay: staffTrainings.lastDay,
			document: staffTrainings.document
		})
		.from(staffTrainings)
		.where(eq(staffTrainings.staffId, staffId))
		.orderBy(desc(staffTrainings.lastDay), desc(staffTrainings.id));
}

export function agreementsOf(db: Queryable, siteId: string) {
	return db
		.select({
			id: siteAgreements.id,
			number: siteAgreements.number,
			signedOn: siteAgreements.signedOn,
			from: siteAgreements.fromDay,
			lastDay: siteAgreements.lastDay,
			subject: siteAgreements.subject,
			fileId: siteAgreements.fileId
		})
		.from(siteAgreements)
		.where(eq(siteAgreements.siteId, siteId))
		.orderBy(desc(siteAgreements.signedOn), desc(siteAgreements.id));
}

/** Acts of the register by which something was decided about the site. */
export function actsOf(db: Queryable, siteId: string) {
	return db
		.selectDistinct({ id: acts.id, kind: acts.kind, number: acts.number, signedOn: acts.signedOn })
		.from(acts)
		.innerJoin(statusDecisions, eq(statusDecisions.actId, acts.id))
		.where(eq(statusDecisions.siteId, siteId))
		.orderBy(desc(acts.signedOn));
}

/** How many organisations a site has now: one alone has no rows of members. */
export async function membersOf(db: Queryable, siteId: string): Promise<number> {
	return db.$count(siteMembers, and(eq(siteMembers.siteId, siteId), isNull(siteMembers.leftOn)));
}

export async function operatorOf(db: Queryable, siteId: string): Promise<string | null> {
	const [row] = await db
		.select({ title: organisations.title })
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.operatorId))
		.where(eq(sites.id, siteId));
	return row?.title ?? null;
}

/** The organisation that stands for the site: its orders are that organisation's. */
export async function organisationOf(db: Queryable, siteId: string): Promise<string> {
	const [row] = await db
		.select({ title: organisations.title })
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(eq(sites.id, siteId));
	return row?.title ?? '';
}

/** Of these files, those that hang on the site. */
export async function siteFiles(db: Queryable, siteId: string, ids: string[]): Promise<string[]> {
	const rows = await db
		.select({ id: files.id })
		.from(files)
		.where(and(eq(files.siteId, siteId), inArray(files.id, ids)));
	return rows.map(({ id }) => id);
}

export type SiteRow = Awaited<ReturnType<typeof sitesIn>>[number];
export type SitesAsked = {
	everywhere: boolean;
	siteIds: string[];
	regionIds: string[];
	municipalityIds: string[];
};

const siteColumns = {
	id: sites.id,
	title: sites.title,
	theme: sites.theme,
	regionId: sites.regionId,
	municipalityId: organisations.municipalityId,
	timeZone: sites.timeZone,
	organisation: organisations.shortTitle
};

/** Whoever is set over more sites than these looks them up in the register. */
const MOST_SITES = 200;

/** Sites by their own ids, their regions or municipalities, or all of them; with the organisation. */
export function sitesIn(db: Queryable, asked: SitesAsked) {
	const named = or(
		inArray(sites.id, asked.siteIds),
		inArray(sites.regionId, asked.regionIds),
		inArray(organisations.municipalityId, asked.municipalityIds)
	);
	return db
		.select(siteColumns)
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(asked.everywhere ? undefined : named)
		.orderBy(asc(sites.title), asc(sites.id))
		.limit(MOST_SITES);
}

/** When these sites were and will be active or suspended, by site. */
export async function periodsOfSites(
	db: Queryable,
	siteIds: string[]
): Promise<ReadonlyMap<string, StatusPeriod[]>> {
	const rows = await db
		.select()
		.from(statusPeriods)
		.where(inArray(statusPeriods.siteId, siteIds))
		.orderBy(asc(statusPeriods.siteId), asc(statusPeriods.position));
	const bySite = Map.groupBy(rows, ({ siteId }) => siteId);
	return new Map(
		[...bySite].map(([siteId, periods]) => [
			siteId,
			periods.map(({ state, fromDay, lastDay, terminated }) => ({
				state,
				from: fromDay,
				lastDay,
				terminated
			}))
		])
	);
}
