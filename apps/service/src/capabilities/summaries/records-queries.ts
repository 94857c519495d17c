import type { Database } from '@stazhirovka/db';
import type { Span } from '@stazhirovka/domain/indicators';
import { sql } from 'drizzle-orm';
import { seatsGone } from '../cohorts/index.ts';
import { ofCohorts, within, type Places } from '../monitoring/index.ts';

type Asked = { places: Places; span: Span; after: string | null; limit: number };
export type CohortRow = { id: string; title: string; site: string; endsOn: string };

/** Cohorts that ended in the span, by their keys. */
export async function endedCohorts(
	db: Database,
	{ places, span, after, limit }: Asked
): Promise<CohortRow[]> {
	const rows = await db.execute<CohortRow>(sql`
		select c.id, c.title, s.title as site, c.ends_on::text as "endsOn"
		from cohorts c join sites s on s.id = c.site_id
		where ${ofCohorts(places)} and c.ends_on between ${span.from}::date and ${span.to}::date
			and ${after === null ? sql`true` : sql`c.id > ${after}::uuid`}
		order by c.id limit ${limit}`);
	return [...rows];
}

/** Sites whose status was active on a day of the span. */
export async function activeSites(db: Database, { places, span, after, limit }: Asked) {
	const rows = await db.execute<{ id: string; title: string }>(sql`
		select s.id, s.title from sites s
		where ${within(places)} and exists (select 1 from status_periods p where p.site_id = s.id
				and p.state = 'active' and p.from_day <= ${span.to}::date and p.last_day >= ${span.from}::date)
			and ${after === null ? sql`true` : sql`s.id > ${after}::uuid`}
		order by s.id limit ${limit}`);
	return [...rows];
}

type DeficitRow = CohortRow & {
	people: number;
	needed: number;
	repeated: number;
	before: number;
	reduced: number;
};

/** What whole fives of cohorts say of a deficit, or of all of them. */
export async function deficitCohorts(
	db: Database,
	{ places, span, after, limit, title }: Asked & { title: string | null }
): Promise<DeficitRow[]> {
	const rows = await db.execute<DeficitRow>(sql`
		select c.id, c.title, s.title as site, c.ends_on::text as "endsOn", sum(d.carded)::int as people,
			sum(d.needed)::int as needed, sum(d.repeated)::int as repeated, sum(d.before)::int as before,
			sum(d.reduced)::int as reduced
		from cohorts c join sites s on s.id = c.site_id join cohort_deficits d on d.cohort_id = c.id
		where ${ofCohorts(places)} and c.ends_on between ${span.from}::date and ${span.to}::date
			and ${title === null ? sql`true` : sql`d.title = ${title}`}
			and ${after === null ? sql`true` : sql`c.id > ${after}::uuid`}
		group by c.id, s.title order by c.id limit ${limit}`);
	return [...rows];
}

/** Cohorts that enrol on the day; of a deficit, for a programme that works on it. */
export async function enrollingCohorts(
	db: Database,
	{ places, after, limit, title, today }: Asked & { title: string | null; today: string }
): Promise<(CohortRow & { free: number })[]> {
	const rows = await db.execute<CohortRow & { free: number }>(sql`
		select c.id, c.title, s.title as site, c.ends_on::text as "endsOn",
			greatest(0, c.capacity - ${seatsGone(sql`c.id`, today)}) as free
		from cohorts c join sites s on s.id = c.site_id join programme_versions v on v.id = c.programme_version_id
		where ${ofCohorts(places)} and c.enrolment_open and c.ends_on >= ${today}::date
			and ${title === null ? sql`true` : sql`exists (select 1 from jsonb_array_elements(v.document -> 'deficits') d where d ->> 'title' = ${title})`}
			and ${after === null ? sql`true` : sql`c.id > ${after}::uuid`}
		order by c.id limit ${limit}`);
	return [...rows];
}
