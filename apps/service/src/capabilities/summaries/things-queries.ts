import type { Database } from '@stazhirovka/db';
import type { Span } from '@stazhirovka/domain/indicators';
import type { Subject, SummaryThing } from '@stazhirovka/domain/summaries';
import { inArray, sql } from 'drizzle-orm';
import { listed } from '../../shell/spans.ts';
import { seatsGone } from '../cohorts/index.ts';
import { keyOf, ofCohorts, within, type GroupedBy, type Places } from '../monitoring/index.ts';

type Asked = { places: Places; spans: Span[] };

/** A published version's own words, the latest first. */
const regulationTitle = sql`(select v.document ->> 'short_title' from regulation_versions v
	join regulations r on r.id = v.regulation_id
	where r.key = s.regulation_key and v.published_at is not null order by v.number desc limit 1)`;
/** Of a programme `p` whose versions are in use; one that was never published has the title of the version in use. */
const programmeTitle = sql`coalesce((select latest.document ->> 'title' from programme_versions latest
	where latest.programme_id = p.id and latest.published_at is not null order by latest.number desc limit 1),
	(select own.document ->> 'title' from programme_versions own where own.id = p.version_id))`;

export async function sitesOf(db: Database, { places }: Asked): Promise<SummaryThing[]> {
	const rows = await db.execute<SummaryThing>(sql`
		select s.id::text as key, s.title, o.short_title as note
		from sites s join organisations o on o.id = s.organisation_id
		where ${within(places)} order by s.title, s.id`);
	return [...rows];
}

export async function municipalitiesOf(db: Database, { places }: Asked): Promise<SummaryThing[]> {
	const rows = await db.execute<SummaryThing>(sql`
		select distinct coalesce(m.id::text, '') as key, coalesce(m.title, 'муниципалитет не указан') as title,
			null::text as note
		from sites s join organisations o on o.id = s.organisation_id
			left join municipalities m on m.id = o.municipality_id
		where ${within(places)} order by 2, 1`);
	return [...rows];
}

export async function regulationsOf(db: Database, { places }: Asked): Promise<SummaryThing[]> {
	const rows = await db.execute<SummaryThing>(sql`
		select s.regulation_key as key, coalesce(${regulationTitle}, s.regulation_key) as title, null::text as note
		from (select distinct s.regulation_key from sites s where ${within(places)}) s order by 2, 1`);
	return [...rows];
}

/** Programmes of which a cohort ended in one of the spans. Documents are large: one is read per programme, not per cohort. */
export async function programmesOf(db: Database, { places, spans }: Asked): Promise<SummaryThing[]> {
	const rows = await db.execute<SummaryThing>(sql`with spans as (${listed(spans)}),
		used as (select distinct c.programme_version_id as id
			from spans n join cohorts c on c.ends_on between n.first and n.last join sites s on s.id = c.site_id
			where ${ofCohorts(places)}),
		kept as (select v.programme_id as id, (array_agg(v.id order by v.number desc))[1] as version_id
			from used join programme_versions v on v.id = used.id group by v.programme_id)
		select p.id::text as key, ${programmeTitle} as title, null::text as note from kept p order by 2, 1`);
	return [...rows];
}

async function cohortsOf(db: Database, { places, spans }: Asked): Promise<SummaryThing[]> {
	const rows = await db.execute<SummaryThing>(sql`with spans as (${listed(spans)})
		select distinct c.id::text as key, c.title, s.title as note
		from spans n join cohorts c on c.ends_on between n.first and n.last join sites s on s.id = c.site_id
		where ${ofCohorts(places)} order by 2, 1`);
	return [...rows];
}

export const THINGS = {
	site: sitesOf,
	municipality: municipalitiesOf,
	regulation: regulationsOf,
	programme: programmesOf,
	cohort: cohortsOf
} satisfies Partial<Record<Subject, (db: Database, asked: Asked) => Promise<SummaryThing[]>>>;

/** Rows that figures of sites and cohorts are summed by. */
export function isPlace(subject: Subject): subject is keyof typeof THINGS {
	return subject in THINGS;
}

type CountRow = { place: string; span: number; count: number };

/** Cohorts whose last day lies in the span. */
export async function cohortCounts(
	db: Database,
	{ places, spans }: Asked,
	by: GroupedBy
): Promise<CountRow[]> {
	const rows = await db.execute<CountRow>(sql`with spans as (${listed(spans)})
		select ${keyOf(by)} as place, n.span, count(*)::int as count
		from spans n join cohorts c on c.ends_on between n.first and n.last join sites s on s.id = c.site_id
		where ${ofCohorts(places)} group by 1, n.span`);
	return [...rows];
}

/** Seats that are free on the day in cohorts that enrol. */
export async function seatCounts(
	db: Database,
	{ places, today }: { places: Places; today: string },
	by: GroupedBy
): Promise<Omit<CountRow, 'span'>[]> {
	const rows = await db.execute<Omit<CountRow, 'span'>>(sql`
		select ${keyOf(by)} as place, sum(greatest(0, c.capacity - ${seatsGone(sql`c.id`, today)}))::int as count
		from cohorts c join sites s on s.id = c.site_id
		where ${ofCohorts(places)} and c.enrolment_open and c.ends_on >= ${today}::date group by 1`);
	return [...rows];
}

/** The regions and the sites of somebody's scope by their names. */
export async function namesOfScope(
	db: Database,
	{ regionIds, siteIds }: Pick<Places, 'regionIds' | 'siteIds'>
): Promise<string[]> {
	const rows = await db.execute<{ title: string }>(sql`
		select r.title from regions r where ${inArray(sql`r.id`, regionIds)}
		union all
		select s.title from sites s
		where ${inArray(sql`s.id`, siteIds)} and not ${inArray(sql`s.region_id`, regionIds)} order by 1`);
	return [...rows].map(({ title }) => title);
}
