import type { ExperienceFilter } from '@stazhirovka/contract/experience';
import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	experienceSummaries,
	programmeVersions,
	regions,
	sites,
	statusDecisions
} from '@stazhirovka/db/schema';
import { and, arrayContains, asc, desc, eq, exists, gte, isNotNull, lte, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;
const {
	id,
	siteId,
	title,
	theme,
	authors,
	done,
	changed,
	links,
	deficits,
	checked,
	publishedOn,
	revision,
	words
} = experienceSummaries;

/** Titles of the deficits that programmes of the site's cohorts work on. */
export async function deficitsOf(db: Queryable, site: string): Promise<string[]> {
	const deficit = sql<string>`jsonb_array_elements(${programmeVersions.document} -> 'deficits') ->> 'title'`;
	const rows = await db
		.selectDistinct({ deficit })
		.from(cohorts)
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(eq(cohorts.siteId, site))
		.orderBy(sql`1`);
	return rows.map((row) => row.deficit);
}

/** Drafts first, then the newest. */
export function summariesOf(db: Queryable, site: string) {
	return db
		.select({
			...{ id, title, theme, authors, done, changed },
			...{ links, deficits, checked, publishedOn, revision }
		})
		.from(experienceSummaries)
		.where(eq(siteId, site))
		.orderBy(sql`${publishedOn} desc nulls first`, desc(id));
}

/** Summaries that everybody may see: published, of a site that an act has spoken of. */
function shown(db: Queryable): SQL | undefined {
	const known = db
		.select({ one: sql`1` })
		.from(statusDecisions)
		.where(eq(statusDecisions.siteId, sites.id));
	return and(isNotNull(publishedOn), exists(known));
}

const head = {
	...{ id, title, theme, authors, done, changed },
	publishedOn: sql<string>`${publishedOn}`,
	site: { id: sites.id, title: sites.title, region: regions.title }
};

/** Words in any of their forms, «ё» as «е». */
function hasWords(typed: string | undefined): SQL | undefined {
	return typed
		? sql`${words} @@ websearch_to_tsquery('russian', translate(${typed}, 'ёЁ', 'еЕ'))`
		: undefined;
}

/** A slice of what everybody may see, the newest first; each row tells how many there are. */
export function searchSummaries(
	db: Database,
	{ q, region, site, deficit }: ExperienceFilter,
	{ limit, offset }: { limit: number; offset: number }
) {
	return db
		.select({ ...head, total: sql<number>`count(*) over ()::int` })
		.from(experienceSummaries)
		.innerJoin(sites, eq(sites.id, siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(
			and(
				shown(db),
				hasWords(q),
				region === undefined ? undefined : eq(sites.regionId, region),
				site === undefined ? undefined : eq(sites.id, site),
				deficit === undefined ? undefined : arrayContains(deficits, [deficit])
			)
		)
		.orderBy(desc(publishedOn), desc(id))
		.limit(limit)
		.offset(offset);
}

/** Sites and regions of what everybody may see. */
export function shownPlaces(db: Database) {
	return db
		.selectDistinct({
			site: { id: sites.id, title: sites.title },
			region: { id: regions.id, title: regions.title }
		})
		.from(experienceSummaries)
		.innerJoin(sites, eq(sites.id, siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(shown(db));
}

/** Deficits that it answers. */
export async function shownDeficits(db: Database): Promise<string[]> {
	const rows = await db
		.selectDistinct({ deficit: sql<string>`unnest(${deficits})` })
		.from(experienceSummaries)
		.innerJoin(sites, eq(sites.id, siteId))
		.where(shown(db));
	return rows.map(({ deficit }) => deficit);
}

export async function publicSummary(db: Database, wanted: string) {
	const [row] = await db
		.select({ ...head, links, deficits })
		.from(experienceSummaries)
		.innerJoin(sites, eq(sites.id, siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(and(shown(db), eq(id, wanted)));
	return row;
}

/** What was published on these days, both included (R142). */
export function experienceBetween(db: Database, from: string, lastDay: string) {
	return db
		.select({ day: sql<string>`${publishedOn}`, title, site: sites.title })
		.from(experienceSummaries)
		.innerJoin(sites, eq(sites.id, siteId))
		.where(and(shown(db), gte(publishedOn, from), lte(publishedOn, lastDay)))
		.orderBy(asc(publishedOn), asc(id));
}
