import type { Database, Tx } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { IndicatorKey, Span } from '@stazhirovka/domain/indicators';
import { inArray, sql, type SQL } from 'drizzle-orm';
import { listed } from '../../shell/spans.ts';
import { SITE_FACT_KEYS, SITE_FACTS, SPREAD_KEYS } from './facts-queries.ts';
import { keyOf, ofCohorts, toldOf, toldOn, within, type GroupedBy, type Places } from './places-queries.ts';

/** One counted indicator of a site, a region or whatever else it was summed by, in one of the spans asked for. */
export type CountedRow = {
	place: string;
	span: number;
	indicator: IndicatorKey;
	part: number | null;
	whole: number | null;
	people: number;
};

/**
 * Figures of interns, exact for those who open the records; by region, over whole fives, for everybody who may look. What
 * stands for fewer than five people leaves the database as null.
 */
export async function internFigures(
	db: Database | Tx,
	places: Places,
	{ spans, today, by }: { spans: Span[]; today: string; by: GroupedBy },
	fives = by === 'region'
): Promise<CountedRow[]> {
	const told = toldOf(fives);
	const place = keyOf(by);
	const rows = await db.execute<CountedRow>(sql`with spans as (${listed(spans)}), counted as (
			select ${place} as place, n.span, f.indicator, sum(f.${told}part)::int as part, sum(f.${told}whole)::int as whole,
				sum(f.${told}people)::int as people
			from spans n join cohorts c on c.ends_on between n.first and n.last
				join sites s on s.id = c.site_id join indicator_figures f on f.cohort_id = c.id
			where ${ofCohorts(places)} and ${toldOn(today, sql`f.indicator`)} group by 1, n.span, f.indicator
		), spread as (
			select ${place} as place, n.span, f.indicator, f.value, sum(f.${told}count) as count
			from spans n join cohorts c on c.ends_on between n.first and n.last
				join sites s on s.id = c.site_id join indicator_spreads f on f.cohort_id = c.id
			where ${ofCohorts(places)} group by 1, n.span, f.indicator, f.value
		), running as (
			select place, span, indicator, value, count,
				sum(count) over (partition by place, span, indicator order by value) as reached,
				sum(count) over (partition by place, span, indicator) as total
			from spread where count > 0
		), medians as (
			select place, span, indicator, min(value) filter (where reached * 2 >= total) as median
			from running group by place, span, indicator
		)
		select c.place, c.span, c.indicator, c.people,
			case when c.people >= ${GROUP}
				then case when ${inArray(sql`c.indicator`, [...SPREAD_KEYS])} then m.median else c.part end end as part,
			case when c.people >= ${GROUP} then c.whole end as whole
		from counted c left join medians m using (place, span, indicator)`);
	return [...rows];
}

/** Of a site `s` and a span `n`: its status was active on a day of the span. */
const hadStatus = sql`exists (select 1 from status_periods p where p.site_id = s.id
	and p.state = 'active' and p.from_day <= n.last and p.last_day >= n.first)`;

export type SiteCount = { place: string; span: number; count: number };

/** Sites whose status was active on a day of the span. */
export async function siteCounts(
	db: Database | Tx,
	{ places, spans }: { places: Places; spans: Span[] },
	by: GroupedBy
): Promise<SiteCount[]> {
	const rows = await db.execute<SiteCount>(sql`with spans as (${listed(spans)})
		select ${keyOf(by)} as place, n.span, count(*)::int as count
		from spans n join sites s on ${hadStatus} where ${within(places)} group by 1, n.span`);
	return [...rows];
}

/**
 * Figures of what sites do, which stand for nobody. To the average of a region a site adds only while it has its status:
 * over those it is divided, too.
 */
export async function siteFigures(
	db: Database | Tx,
	places: Places,
	{ spans, today, by }: { spans: Span[]; today: string; by: Exclude<GroupedBy, 'programme' | 'cohort'> }
): Promise<CountedRow[]> {
	const place = keyOf(by);
	const all = SITE_FACT_KEYS.map(
		(key) => sql`select ${place} as place, n.span, ${key}::text as indicator, sum(f.part)::int as part,
			sum(f.whole)::int as whole, 0 as people
		from spans n join (${SITE_FACTS[key](today)}) f on f.on_day between n.first and n.last join sites s on s.id = f.site_id
		where ${within(places)} and ${by === 'region' ? hadStatus : sql`true`} group by 1, n.span`
	);
	const rows = await db.execute<CountedRow>(
		sql`with spans as (${listed(spans)}) ${sql.join(all, sql` union all `)}`
	);
	return [...rows];
}

export type SitePlace = {
	id: string;
	title: string;
	organisation: string;
	municipality: string | null;
	theme: string | null;
	regionId: string;
	region: string;
	/** The term that runs on the day of asking. */
	lastDay: string | null;
	suspended: boolean;
};

/** Sites with the term that runs on the day; without one they have no status then. */
export async function sitesIn(db: Database | Tx, places: Places, today: string): Promise<SitePlace[]> {
	const rows = await db.execute<SitePlace>(
		sql`${sites(today)} where ${within(places)} order by s.title, s.id`
	);
	return [...rows];
}

export async function placeOfSite(db: Database, id: string): Promise<SitePlace | undefined> {
	const [row] = await db.execute<SitePlace>(sql`${sites(null)} where s.id = ${id}`);
	return row;
}

/** When the oldest of the stored figures was counted. */
export async function reckonedAt(db: Database, places: Places): Promise<Date | null> {
	const [row] = await db.execute<{ at: string | null }>(sql`select min(k.reckoned_at)::text as at
		from cohort_reckonings k join cohorts c on c.id = k.cohort_id join sites s on s.id = c.site_id
		where ${within(places)}`);
	return row?.at ? new Date(row.at) : null;
}

function sites(today: string | null): SQL {
	return sql`select s.id, s.title, o.short_title as organisation, m.title as municipality, s.theme,
			s.region_id as "regionId", r.title as region, p.last_day::text as "lastDay",
			coalesce(p.state = 'suspended', false) as suspended
		from sites s join organisations o on o.id = s.organisation_id join regions r on r.id = s.region_id
			left join municipalities m on m.id = o.municipality_id
			left join status_periods p on p.site_id = s.id and ${today}::date between p.from_day and p.last_day`;
}
