import type { Database } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Span } from '@stazhirovka/domain/indicators';
import { sql } from 'drizzle-orm';
import { seatsGone } from '../cohorts/index.ts';
import { ofCohorts, type Places } from './places-queries.ts';

export type Demand = {
	title: string;
	municipalityId: string | null;
	municipality: string | null;
	/** Null: fewer than five. */
	needed: number | null;
	people: number;
	repeated: number;
	before: number | null;
	after: number | null;
	reduced: number | null;
};

/** Deficits by where the site works, over whole fives: places choose whole cohorts (R167). */
export async function demand(db: Database, places: Places, { from, to }: Span): Promise<Demand[]> {
	const rows = await db.execute<Demand>(sql`
		select d.title, m.id as "municipalityId", m.title as municipality, sum(d.carded)::int as people, sum(d.repeated)::int as repeated,
			case when sum(d.carded) >= ${GROUP} then sum(d.needed)::int end as needed,
			case when sum(d.repeated) >= ${GROUP} then sum(d.before)::int end as before,
			case when sum(d.repeated) >= ${GROUP} then sum(d.after)::int end as after,
			case when sum(d.repeated) >= ${GROUP} then sum(d.reduced)::int end as reduced
		from cohort_deficits d join cohorts c on c.id = d.cohort_id join sites s on s.id = c.site_id
			join organisations o on o.id = s.organisation_id left join municipalities m on m.id = o.municipality_id
		where ${ofCohorts(places)} and c.ends_on between ${from}::date and ${to}::date
		group by d.title, m.id order by d.title, m.title, m.id`);
	return [...rows];
}

export type Supply = {
	title: string;
	municipalityId: string | null;
	municipality: string | null;
	seats: number;
};

/**
 * Free seats of cohorts that still enrol, by the deficits that their programmes work on. The document of a programme is
 * large: it is opened once, however many cohorts follow it.
 */
export async function supply(db: Database, places: Places, today: string): Promise<Supply[]> {
	const rows = await db.execute<Supply>(sql`with enrolling as materialized (
			select c.programme_version_id as version_id, o.municipality_id,
				greatest(0, c.capacity - ${seatsGone(sql`c.id`, today)}) as free
			from cohorts c join sites s on s.id = c.site_id join organisations o on o.id = s.organisation_id
			where ${ofCohorts(places)} and c.enrolment_open and c.ends_on >= ${today}::date
		), free as (
			select version_id, municipality_id, sum(free) as seats from enrolling group by version_id, municipality_id
		), worked as materialized (
			select v.id as version_id, d ->> 'title' as title
			from programme_versions v cross join lateral jsonb_array_elements(v.document -> 'deficits') d
			where v.id in (select version_id from enrolling)
		)
		select w.title, m.id as "municipalityId", m.title as municipality, sum(f.seats)::int as seats
		from free f join worked w on w.version_id = f.version_id left join municipalities m on m.id = f.municipality_id
		group by w.title, m.id order by 1, 3, 2`);
	return [...rows];
}
