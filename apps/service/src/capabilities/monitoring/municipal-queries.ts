import type { Database } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Span } from '@stazhirovka/domain/indicators';
import { inArray, sql } from 'drizzle-orm';
import { within, type Places } from './places-queries.ts';
import type { After } from './records-queries.ts';

export async function titlesOfMunicipalities(db: Database, ids: string[]) {
	const rows = await db.execute<{ id: string; title: string }>(sql`
		select m.id, m.title from municipalities m where ${inArray(sql`m.id`, ids)} order by m.title, m.id`);
	return [...rows];
}

export type ToldCohort = {
	id: string;
	title: string;
	site: string;
	startsOn: string;
	endsOn: string;
	/** Null: fewer than five. */
	enrolled: number | null;
	completed: number | null;
};

/** Cohorts with a day in the span, those that end last first: whoever had a seat over whole fives of each (R167). */
export async function toldCohorts(
	db: Database,
	{ places, span, after, limit }: { places: Places; span: Span; after: After; limit: number }
): Promise<ToldCohort[]> {
	const rows = await db.execute<ToldCohort>(sql`
		select c.id, c.title, s.title as site, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
			case when f.told_people >= ${GROUP} then f.told_whole end as enrolled,
			case when f.told_people >= ${GROUP} then f.told_part end as completed
		from cohorts c join sites s on s.id = c.site_id
			left join indicator_figures f on f.cohort_id = c.id and f.indicator = 'completion'
		where ${within(places)} and c.starts_on <= ${span.to}::date and c.ends_on >= ${span.from}::date
			and ${after ? sql`(c.ends_on, c.id) < (${after.at}::date, ${after.id}::uuid)` : sql`true`}
		order by c.ends_on desc, c.id desc limit ${limit}`);
	return [...rows];
}
