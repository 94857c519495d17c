import type { Database } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { IndicatorKey, Span } from '@stazhirovka/domain/indicators';
import { sql, type SQL } from 'drizzle-orm';
import {
	COHORT_FACTS,
	SITE_FACTS,
	SPREAD_KEYS,
	type CohortFactKey,
	type SiteFactKey
} from './facts-queries.ts';
import { ofCohorts, within, type Places } from './places-queries.ts';

/** Where a page begins: right after this row, newest first. */
export type After = { at: string; id: string } | null;

export type CohortLine = {
	id: string;
	title: string;
	site: string;
	endsOn: string;
	part: number | null;
	whole: number | null;
	people: number;
};

/** The cohorts that a figure of interns is the sum of, with what each adds. */
export async function cohortLines(
	db: Database,
	{ places, span, indicator, after, limit }: Asked & { indicator: IndicatorKey }
): Promise<CohortLine[]> {
	const isSpread = SPREAD_KEYS.includes(indicator);
	const rows = await db.execute<CohortLine>(sql`
		select c.id, c.title, s.title as site, c.ends_on::text as "endsOn", f.people,
			case when f.people >= ${GROUP} then ${isSpread ? median : sql`f.part`} end as part,
			case when f.people >= ${GROUP} then f.whole end as whole
		from cohorts c join sites s on s.id = c.site_id
			join indicator_figures f on f.cohort_id = c.id and f.indicator = ${indicator}
		where ${ofCohorts(places)} and c.ends_on between ${span.from}::date and ${span.to}::date
			and ${after ? sql`(c.ends_on, c.id) < (${after.at}::date, ${after.id}::uuid)` : sql`true`}
		order by c.ends_on desc, c.id desc limit ${limit}`);
	return [...rows];
}

export type RecordRow = {
	id: string;
	title: string;
	at: string;
	on: string;
	part: number;
	value: number | null;
};

/** What an indicator counts in one cohort, record by record, with whose it is. */
export async function cohortRecords(
	db: Database,
	{ cohortId, indicator, after, limit }: Page & { cohortId: string; indicator: CohortFactKey }
): Promise<RecordRow[]> {
	const rows = await db.execute<RecordRow>(sql`
		select f.record_id as id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as title, f.at::text as at,
			(f.at at time zone place.time_zone)::date::text as "on", f.part, f.value
		from (${COHORT_FACTS[indicator]([cohortId])}) f join enrolments e on e.id = f.enrolment_id
			join people p on p.id = e.person_id join cohorts c on c.id = e.cohort_id join sites place on place.id = c.site_id
		where ${after ? sql`(f.at, f.record_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
		order by f.at desc, f.record_id desc limit ${limit}`);
	return [...rows];
}

/** The same of what sites do. */
export async function siteRecords(
	db: Database,
	{ places, span, indicator, today, after, limit }: Asked & { indicator: SiteFactKey; today: string }
): Promise<(RecordRow & { site: string })[]> {
	const rows = await db.execute<RecordRow & { site: string }>(sql`
		select f.record_id as id, f.title, f.on_day::text as at, f.on_day::text as "on", f.part, null::int as value, s.title as site
		from (${SITE_FACTS[indicator](today)}) f join sites s on s.id = f.site_id
		where ${within(places)} and f.on_day between ${span.from}::date and ${span.to}::date
			and ${after ? sql`(f.on_day, f.record_id) < (${after.at}::date, ${after.id}::uuid)` : sql`true`}
		order by f.on_day desc, f.record_id desc limit ${limit}`);
	return [...rows];
}

type Page = { after: After; limit: number };
type Asked = Page & { places: Places; span: Span };

const median: SQL = sql`(select min(value) filter (where reached * 2 >= total) from (
	select v.value, sum(v.count) over (order by v.value) as reached, sum(v.count) over () as total
	from indicator_spreads v where v.cohort_id = c.id and v.indicator = f.indicator) running)`;
