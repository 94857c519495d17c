import type { RegisterFilter } from '@stazhirovka/contract/sites';
import type { Database, Tx } from '@stazhirovka/db';
import {
	acts,
	municipalities,
	organisations,
	regions,
	regulations,
	regulationVersions,
	siteMembers,
	sites,
	statusDecisions,
	statusPeriods
} from '@stazhirovka/db/schema';
import { WARNING_DAYS, type SiteStatus } from '@stazhirovka/domain/sites';
import { and, asc, desc, eq, exists, inArray, isNotNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { dayIn, leadOn, memberTitlesOn, type ListDay } from '../day-queries.ts';
import { hasWords } from '../search-queries.ts';

type Queryable = Database | Tx;

/** Whose sites a list holds, where it is not everybody's: those of regions, and single ones. */
export type Scope = { regionIds: string[]; siteIds: string[] };

export type RegisterSearch = Omit<RegisterFilter, 'on'> &
	ListDay & { scope?: Scope; endings?: 'first' | 'only' };
type Page = { limit: number; offset: number };

export type RegisterRow = Awaited<ReturnType<typeof searchRegister>>[number];

/**
 * Sites that are in the register on the day, a page or all of them; `total` counts them all. A site is there from the day
 * on which its first act was signed.
 */
export async function searchRegister(db: Queryable, search: RegisterSearch, page?: Page) {
	const standing = standings(db, dayIn(search));
	const soon = sql`${standing.state} is not null and ${standing.until} <= ${standing.day} + ${WARNING_DAYS[0]}::int`;
	const byEnd = sql`case when ${soon} then ${standing.until} end asc nulls last`;
	const found = db
		.select({
			id: sites.id,
			code: sites.code,
			regionId: sites.regionId,
			title: sites.title,
			theme: sites.theme,
			regulationKey: sites.regulationKey,
			organisation: organisations.title,
			municipality: municipalities.title,
			region: regions.title,
			day: sql<string>`${standing.day}::text`,
			total: sql<number>`(count(*) over ())::int`
		})
		.from(sites)
		.innerJoin(standing, eq(standing.siteId, sites.id))
		.innerJoin(organisations, eq(organisations.id, leadOn(sql`${standing.day}`)))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
		.where(
			and(
				...chosen(search),
				search.scope && within(search.scope),
				search.status && sql`${statusIn(standing)} = ${search.status}`,
				search.endings === 'only' ? soon : undefined,
				hasWords(haystackOn(sql`${standing.day}`), search.q),
				isKnown(db, sql`${standing.day}`)
			)
		)
		.orderBy(...(search.endings ? [byEnd] : []), asc(sites.title), asc(sites.id))
		.$dynamic();
	return page ? found.limit(page.limit).offset(page.offset) : found;
}

/** A site of a network is found by each organisation that was in it on the day. */
function haystackOn(day: SQL): SQL {
	return sql`concat_ws(' ', ${sites.title}, ${sites.theme}, ${organisations.title}, ${organisations.shortTitle},
		${municipalities.title}, ${memberTitlesOn(day)})`;
}

function chosen({ region, municipality, regulation }: RegisterSearch) {
	return [
		region === undefined ? undefined : eq(sites.regionId, region),
		municipality === undefined ? undefined : eq(organisations.municipalityId, municipality),
		regulation === undefined ? undefined : eq(sites.regulationKey, regulation)
	];
}

function within({ regionIds, siteIds }: Scope): SQL | undefined {
	return or(inArray(sites.regionId, regionIds), inArray(sites.id, siteIds));
}

type Standings = ReturnType<typeof standings>;

/** For each site what its periods say on the day: the state, how the last one before ended, when the last one ends. */
function standings(db: Queryable, day: SQL<string>) {
	const { fromDay, lastDay, position, state, terminated } = statusPeriods;
	return db
		.select({
			siteId: statusPeriods.siteId,
			day: sql<string>`min(${day})`.as('day'),
			state: sql`max(${state}) filter (where ${day} between ${fromDay} and ${lastDay})`.as('state'),
			ended: sql`
				(array_agg(${terminated} order by ${position} desc) filter (where ${lastDay} < ${day}))[1]`.as(
				'ended'
			),
			until: sql`max(${lastDay}) filter (where ${lastDay} >= ${fromDay})`.as('until')
		})
		.from(statusPeriods)
		.innerJoin(sites, eq(sites.id, statusPeriods.siteId))
		.groupBy(statusPeriods.siteId)
		.as('standing');
}

/** The same word that `statusOn` of the rules says. */
function statusIn({ state, ended }: Standings): SQL<SiteStatus> {
	return sql`case when ${state} is not null then ${state}
		when ${ended} then 'terminated' when not ${ended} then 'expired' else 'upcoming' end`;
}

function isKnown(db: Queryable, day: SQL): SQL {
	return exists(
		db
			.select({ one: sql`1` })
			.from(statusDecisions)
			.innerJoin(acts, eq(acts.id, statusDecisions.actId))
			.where(and(eq(statusDecisions.siteId, sites.id), lte(acts.signedOn, day)))
	);
}

/** Short titles of regulations by their keys, of the newest published versions. */
export async function regulationTitles(db: Queryable): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectDistinctOn([regulations.key], {
			key: regulations.key,
			title: sql<string>`${regulationVersions.document} ->> 'short_title'`
		})
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(isNotNull(regulationVersions.publishedAt))
		.orderBy(asc(regulations.key), desc(regulationVersions.inForceFrom));
	return new Map(rows.map(({ key, title }) => [key, title]));
}

/** Regions, municipalities and regulations that some site has. */
export async function registerChoices(db: Queryable) {
	const [inRegions, inMunicipalities, keys] = await Promise.all([
		db
			.selectDistinct({ value: regions.id, title: regions.title })
			.from(sites)
			.innerJoin(regions, eq(regions.id, sites.regionId))
			.orderBy(asc(regions.title)),
		db
			.selectDistinct({
				value: municipalities.id,
				title: municipalities.title,
				region: municipalities.regionId
			})
			.from(organisations)
			.innerJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
			.where(inArray(organisations.id, everLed(db)))
			.orderBy(asc(municipalities.title)),
		db.selectDistinct({ key: sites.regulationKey }).from(sites)
	]);
	return { regions: inRegions, municipalities: inMunicipalities, keys: keys.map(({ key }) => key) };
}

/** Organisations that stand or once stood for a site. */
function everLed(db: Queryable) {
	const leads = db
		.select({ id: siteMembers.organisationId })
		.from(siteMembers)
		.where(eq(siteMembers.isLead, true));
	return union(db.select({ id: sites.organisationId }).from(sites), leads);
}

/** Keys of the regulations that a region keeps. */
export async function keptRegulations(db: Queryable, regionId: string): Promise<string[]> {
	const rows = await db
		.select({ key: regulations.key })
		.from(regulations)
		.where(eq(regulations.regionId, regionId))
		.orderBy(asc(regulations.key));
	return rows.map(({ key }) => key);
}
