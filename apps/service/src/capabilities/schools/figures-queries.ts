import type { Database, Tx } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Span } from '@stazhirovka/domain/indicators';
import { inArray, sql, type SQL } from 'drizzle-orm';
import { listed } from '../../shell/spans.ts';
import type { SchoolScope } from './access.ts';

type Queryable = Database | Tx;
/** `only`: municipalities asked for; an empty word is that of no municipality. */
export type SchoolsAsked = { scope: SchoolScope; spans: Span[]; only?: string[] };

/** `o` is the organisation. */
export function within({ everywhere, regionIds, municipalityIds }: SchoolScope): SQL {
	if (everywhere) return sql`true`;
	return sql`(${inArray(sql`o.region_id`, regionIds)} or ${inArray(sql`o.municipality_id`, municipalityIds)})`;
}

/** A count of people in whole fives; null below five (R167). */
export function fives(count: SQL): SQL {
	return sql`nullif(${count} / ${GROUP}::int * ${GROUP}::int, 0)`;
}

/** Schools of the lists whose year ends in a span, and their teachers in cohorts that end in that year: it is taken whole. */
export function taught({ scope, spans, only = [] }: SchoolsAsked): SQL {
	const chosen = only.length ? inArray(sql`coalesce(o.municipality_id::text, '')`, only) : sql`true`;
	return sql`spans as (${listed(spans)}), named as (
			select n.span, l.id as list_id, l.organisation_id as school,
				make_date(l.year, 9, 1) as first, make_date(l.year + 1, 8, 31) as last
			from spans n join low_result_schools l on make_date(l.year + 1, 8, 31) between n.first and n.last
				join organisations o on o.id = l.organisation_id
			where ${within(scope)} and ${chosen}
		), taught as (
			select l.*, e.person_id, e.state = 'completed' as completed, c.programme_version_id, c.site_id
			from named l join people p on p.organisation_id = l.school
				join enrolments e on e.person_id = p.id and e.state in ('confirmed', 'completed')
				join cohorts c on c.id = e.cohort_id and c.ends_on between l.first and l.last
		)`;
}

/** Where at least five of a school learn: of others it is not told that anybody does. */
export const working = sql`working as (
		select span, list_id, school, first, last, site_id from taught
		group by span, list_id, school, first, last, site_id having count(distinct person_id) >= ${GROUP}
	)`;

/** What was counted of a school in a span; of all of them together where `school` is null. */
export type SchoolCounts = {
	span: number;
	school: string | null;
	listed: number;
	taught: number;
	teachers: number | null;
	completed: number | null;
	events: number;
	better: number;
	changes: number;
};

/**
 * Figures of listed schools. People leave the database in whole fives of each school, and sums are sums of those: however
 * schools are added, taken away or put together, nothing is told of fewer than five (R130, R167).
 */
export async function schoolCounts(db: Queryable, asked: SchoolsAsked): Promise<SchoolCounts[]> {
	const rows = await db.execute<SchoolCounts>(sql`with ${taught(asked)}, ${working}, people_of as (
			select span, list_id, ${fives(sql`count(distinct person_id)`)} as teachers,
				${fives(sql`count(distinct person_id) filter (where completed)`)} as completed
			from taught group by span, list_id
		), moved as (
			select school_id as list_id, count(*) as changes,
				count(*) filter (where case better when 'higher' then now > before else now < before end) as better
			from school_changes group by school_id
		), held as (
			select w.span, w.school, count(distinct x.id)::int as events
			from working w join plans p on p.site_id = w.site_id join plan_rows r on r.plan_id = p.id
				join plan_executions x on x.row_id = r.id
			where x.withdrawn_at is null and x.held_on between w.first and w.last
			group by grouping sets ((w.span, w.school), (w.span))
		), counted as (
			select n.span, n.school, count(*)::int as listed, count(t.teachers)::int as taught,
				sum(t.teachers)::int as teachers, sum(t.completed)::int as completed,
				coalesce(sum(m.better), 0)::int as better, coalesce(sum(m.changes), 0)::int as changes
			from named n left join people_of t using (span, list_id) left join moved m using (list_id)
			group by grouping sets ((n.span, n.school), (n.span))
		)
		select c.*, coalesce(h.events, 0) as events
		from counted c left join held h on h.span = c.span and h.school is not distinct from c.school`);
	return [...rows];
}
