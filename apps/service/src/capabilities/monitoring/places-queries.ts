import { inArray, sql, type SQL } from 'drizzle-orm';

/** What of the places is asked for; nothing of a kind: all of it. */
export type Narrowing = {
	sites?: string[];
	municipalities?: string[];
	regulations?: string[];
	programmes?: string[];
	cohorts?: string[];
};

/** Whole regions, all of them, or single sites. */
export type Places = { everywhere: boolean; regionIds: string[]; siteIds: string[]; only?: Narrowing };

/** Sites `s` of the places. */
export function within({ everywhere, regionIds, siteIds, only = {} }: Places): SQL {
	const { sites = [], municipalities = [], regulations = [] } = only;
	const conditions = [
		everywhere ? sql`true` : sql`(${inArray(sql`s.region_id`, regionIds)} or ${inArray(sql`s.id`, siteIds)})`,
		...(sites.length ? [inArray(sql`s.id`, sites)] : []),
		...(regulations.length ? [inArray(sql`s.regulation_key`, regulations)] : []),
		...(municipalities.length
			? [
					sql`s.organisation_id in (select host.id from organisations host
						where ${inArray(sql`coalesce(host.municipality_id::text, '')`, municipalities)})`
				]
			: [])
	];
	return sql.join(conditions, sql` and `);
}

/** Cohorts `c` of the places: always whole ones, so that fives stay fives (R167). */
export function ofCohorts(places: Places): SQL {
	const { programmes = [], cohorts = [] } = places.only ?? {};
	const conditions = [
		within(places),
		...(cohorts.length ? [inArray(sql`c.id`, cohorts)] : []),
		...(programmes.length
			? [
					sql`c.programme_version_id in (select v.id from programme_versions v
						where ${inArray(sql`v.programme_id`, programmes)})`
				]
			: [])
	];
	return sql.join(conditions, sql` and `);
}

/** What figures are summed by. */
export type GroupedBy =
	| 'site'
	| 'region'
	| 'municipality'
	| 'regulation'
	| 'programme'
	| 'cohort'
	| 'everything';

const KEYS: Record<GroupedBy, string> = {
	site: 's.id::text',
	region: 's.region_id::text',
	municipality: `coalesce((select host.municipality_id::text from organisations host where host.id = s.organisation_id), '')`,
	regulation: 's.regulation_key',
	programme: '(select v.programme_id::text from programme_versions v where v.id = c.programme_version_id)',
	cohort: 'c.id::text',
	everything: `''::text`
};

export function keyOf(by: GroupedBy): SQL {
	return sql.raw(KEYS[by]);
}

/** Figures of cohorts are kept twice: exact for who opens the records, over whole fives for everybody else. */
export function toldOf(fives: boolean): SQL {
	return sql.raw(fives ? 'told_' : '');
}
