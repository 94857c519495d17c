import type { Database, Tx } from '@stazhirovka/db';
import { sites } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { dayIn, livesOn } from '../sites/index.ts';

type Queryable = Database | Tx;

const site = {
	id: sites.id,
	title: sites.title,
	regionId: sites.regionId,
	regulationKey: sites.regulationKey
};

/** One site of these regions: elsewhere there is none. */
export async function siteIn(db: Queryable, regionIds: string[], id: string) {
	const [row] = await db
		.select(site)
		.from(sites)
		.where(and(inArray(sites.regionId, regionIds), eq(sites.id, id)));
	return row;
}

const MOST_SITES = 30;
type SiteSearch = { regionIds: string[]; regulationKeys: string[]; words: string | undefined; now: Date };

/** Sites whose status lives, to choose from, by name; of many the first, and whether there are more. */
export async function sitesToChoose(db: Queryable, { regionIds, regulationKeys, words, now }: SiteSearch) {
	const rows = await db
		.select(site)
		.from(sites)
		.where(
			and(
				inArray(sites.regionId, regionIds),
				inArray(sites.regulationKey, regulationKeys),
				livesOn(dayIn({ on: undefined, now })),
				words ? sql`strpos(lower(${sites.title}), ${words.toLowerCase()}) > 0` : undefined
			)
		)
		.orderBy(asc(sites.title), asc(sites.id))
		.limit(MOST_SITES + 1);
	return { found: rows.slice(0, MOST_SITES), more: rows.length > MOST_SITES };
}
