import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Span } from '@stazhirovka/domain/indicators';
import type { Sql } from 'postgres';

type Share = { place: string; part: number; whole: number };

/** Tasks that were first sent in time, of those that were sent, by site: one column of the region's monitoring. */
export function tasksInTime(sql: Sql, { from, to }: Span) {
	return sql<Share[]>`
		select s.id as place, count(*)::int as whole,
			count(*) filter (where (v.sent_at at time zone s.time_zone)::date <= i.due_on)::int as part
		from submissions sent
		join submission_versions v on v.submission_id = sent.id and v.number = 1
		join enrolments e on e.id = sent.enrolment_id
		join learning_routes r on r.enrolment_id = e.id
		join learning_route_items i on i.learning_route_id = r.id and i.task_key = sent.task_key
		join cohorts c on c.id = e.cohort_id
		join sites s on s.id = c.site_id
		where c.ends_on between ${from}::date and ${to}::date
		group by s.id`;
}

/** How many need help with each deficit in each municipality, over whole fives of the cards of each cohort. */
export function deficitsByPlace(sql: Sql, { from, to }: Span) {
	return sql<{ deficit: string; municipality: string | null; needed: number }[]>`
		with cards as (
			select d.rows, c.site_id, row_number() over (partition by c.id order by d.created_at, d.id) as place,
				count(*) over (partition by c.id) as total
			from deficit_cards d join enrolments e on e.id = d.enrolment_id join cohorts c on c.id = e.cohort_id
			where c.ends_on between ${from}::date and ${to}::date
		)
		select row ->> 'deficit' as deficit, m.title as municipality, count(*)::int as needed
		from cards
		join sites s on s.id = cards.site_id
		join organisations o on o.id = s.organisation_id
		left join municipalities m on m.id = o.municipality_id
		cross join lateral jsonb_array_elements(cards.rows) row
		where cards.place <= cards.total - cards.total % ${GROUP}::int and row ->> 'level' <> 'none'
		group by row ->> 'deficit', m.title`;
}

/**
 * Whoever was given a seat and whoever finished, by municipality, from the journal: two columns of a report, told of cohorts
 * that have ended by the day alone.
 */
export function seatsByMunicipality(sql: Sql, { from, to }: Span, today: string) {
	return sql<Share[]>`
		select coalesce(o.municipality_id::text, '') as place, count(distinct e.id)::int as whole,
			count(distinct e.id) filter (where e.state = 'completed')::int as part
		from enrolments e
		join journal j on j.subject_id = e.id and j.kind = 'enrolment.confirmed'
		join cohorts c on c.id = e.cohort_id
		join sites s on s.id = c.site_id
		join organisations o on o.id = s.organisation_id
		where c.ends_on between ${from}::date and ${to}::date and c.ends_on < ${today}::date
		group by 1`;
}
