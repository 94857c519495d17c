import type { Sql } from 'postgres';

export type GridFigures = { interns: number; diagnosed: number; agreed: number; accepted: number };

/** What a grid is made of, asked in one statement by somebody who writes SQL by hand: a row an intern, no page. */
export function gridRows(sql: Sql, cohortId: string) {
	return sql<{ diagnosed: boolean; agreed: boolean; accepted: number }[]>`
		select e.id, p.surname, p.given_name, p.patronymic, e.organisation_title, e.attended_on,
			c.created_at is not null as diagnosed, c.intern_signed_at, c.tutor_signed_at,
			coalesce(r.state = 'agreed', false) as agreed, r.agreed_at,
			coalesce(s.accepted, 0)::int as accepted, s.sent, i.due, w.state, f.posted_at, j.at as active
		from enrolments e
		join people p on p.id = e.person_id
		left join deficit_cards c on c.enrolment_id = e.id
		left join learning_routes r on r.enrolment_id = e.id
		left join effectiveness_cards f on f.enrolment_id = e.id
		left join final_works w on w.enrolment_id = e.id
		left join (
			select enrolment_id, count(*) filter (where state = 'accepted') as accepted, count(*) as sent
			from submissions where enrolment_id in (select id from enrolments where cohort_id = ${cohortId})
			group by enrolment_id) s on s.enrolment_id = e.id
		left join (
			select learning_route_id, array_agg(due_on order by position) as due from learning_route_items
			where learning_route_id in (
				select lr.id from learning_routes lr join enrolments le on le.id = lr.enrolment_id
				where le.cohort_id = ${cohortId})
			group by learning_route_id) i on i.learning_route_id = r.id
		left join (
			select actor_id, max(at) as at from journal where cohort_id = ${cohortId} group by actor_id
		) j on j.actor_id = e.person_id
		where e.cohort_id = ${cohortId} and e.state in ('confirmed', 'completed')
		order by p.surname, p.given_name, e.id`;
}

/** The figures that must agree with the grid of the product. */
export async function gridFigures(sql: Sql, cohortId: string): Promise<GridFigures> {
	const rows = await gridRows(sql, cohortId);
	return {
		interns: rows.length,
		diagnosed: rows.filter(({ diagnosed }) => diagnosed).length,
		agreed: rows.filter(({ agreed }) => agreed).length,
		accepted: rows.reduce((sum, { accepted }) => sum + accepted, 0)
	};
}
