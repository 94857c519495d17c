import type { Database } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Span } from '@stazhirovka/domain/indicators';
import { sql } from 'drizzle-orm';
import { listed } from '../../shell/spans.ts';
import { doneIn } from '../cohorts/index.ts';
import { decisions } from './facts-queries.ts';
import { ofCohorts, type Places } from './places-queries.ts';
import type { After } from './records-queries.ts';

type Asked = { places: Places; spans: Span[]; today: string };

/** Whose interns learn today: confirmed ones of cohorts `c` that have not ended. */
const learning = (today: string) =>
	sql`e.state = 'confirmed' and ${today}::date between c.starts_on and c.ends_on`;

export type TutorRow = {
	tutor: string;
	span: number;
	people: number;
	/** Null: fewer than five interns stand behind it. */
	checked: number | null;
	inTime: number | null;
	median: number | null;
};

/** What tutors have checked in cohorts that ended in the spans (R75). */
export async function tutorFigures(db: Database, { places, spans }: Asked): Promise<TutorRow[]> {
	const rows = await db.execute<TutorRow>(sql`with spans as (${listed(spans)}), counted as (
			select f.tutor_id, n.span, sum(f.people)::int as people, sum(f.checked)::int as checked,
				sum(f.in_time)::int as in_time
			from spans n join cohorts c on c.ends_on between n.first and n.last
				join sites s on s.id = c.site_id join tutor_figures f on f.cohort_id = c.id
			where ${ofCohorts(places)} group by f.tutor_id, n.span
		), running as (
			select f.tutor_id, n.span, f.value,
				sum(sum(f.count)) over (partition by f.tutor_id, n.span order by f.value) as reached,
				sum(sum(f.count)) over (partition by f.tutor_id, n.span) as total
			from spans n join cohorts c on c.ends_on between n.first and n.last
				join sites s on s.id = c.site_id join tutor_spreads f on f.cohort_id = c.id
			where ${ofCohorts(places)} group by f.tutor_id, n.span, f.value
		), medians as (
			select tutor_id, span, min(value) filter (where reached * 2 >= total) as median
			from running group by tutor_id, span
		)
		select tutor_id as tutor, span, people, case when people >= ${GROUP} then checked end as checked,
			case when people >= ${GROUP} then in_time end as "inTime",
			case when people >= ${GROUP} then median end as median
		from counted join medians using (tutor_id, span)`);
	return [...rows];
}

/** How many interns learn with each tutor on the day: who they are stands in the lists of the same reader's cohorts. */
export async function tutorLoads(db: Database, { places, today }: Asked) {
	const rows = await db.execute<{ tutor: string; interns: number }>(sql`
		select e.tutor_id as tutor, count(*)::int as interns
		from cohorts c join sites s on s.id = c.site_id join enrolments e on e.cohort_id = c.id
		where ${ofCohorts(places)} and ${learning(today)} and e.tutor_id is not null group by e.tutor_id`);
	return [...rows];
}

/** These tutors by their names. */
export async function namesOfTutors(db: Database, ids: string[]) {
	if (ids.length === 0) return [];
	const rows = await db.execute<{ id: string; title: string; position: string | null }>(sql`
		select p.id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as title, p.position
		from people p where p.id in ${ids} order by 2, 1`);
	return [...rows];
}

export type CheckRow = {
	id: string;
	title: string;
	site: string;
	cohortId: string;
	enrolmentId: string;
	at: string;
	on: string;
	sentAt: string;
};

/** The decisions of a tutor in cohorts that ended in the span, newest first. */
export async function tutorChecks(
	db: Database,
	{
		places,
		tutorId,
		span,
		after,
		limit
	}: { places: Places; tutorId: string; span: Span; after: After; limit: number }
): Promise<CheckRow[]> {
	const asked = sql`(select c.id from cohorts c join sites s on s.id = c.site_id
		join tutor_figures f on f.cohort_id = c.id and f.tutor_id = ${tutorId}
		where ${ofCohorts(places)} and c.ends_on between ${span.from}::date and ${span.to}::date)`;
	const rows = await db.execute<CheckRow>(sql`
		select d.record_id as id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as title, s.title as site,
			c.id as "cohortId", e.id as "enrolmentId", d.at::text as at,
			(d.at at time zone s.time_zone)::date::text as "on", d.sent_at::text as "sentAt"
		from ${doneIn(asked, sql`${decisions(asked)} and v.decided_by = ${tutorId}`)}
			join people p on p.id = e.person_id join cohorts c on c.id = e.cohort_id join sites s on s.id = c.site_id
		where ${after ? sql`(d.at, d.record_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
		order by d.at desc, d.record_id desc limit ${limit}`);
	return [...rows];
}

/** Whom a tutor, or all of them, have today. */
export async function tutorInterns(
	db: Database,
	{
		places,
		tutorId,
		today,
		after,
		limit
	}: { places: Places; tutorId: string | null; today: string; after: string | null; limit: number }
) {
	const rows = await db.execute<{ id: string; title: string; site: string }>(sql`
		select e.id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as title, c.title as site
		from cohorts c join sites s on s.id = c.site_id join enrolments e on e.cohort_id = c.id
			join people p on p.id = e.person_id
		where ${ofCohorts(places)} and ${learning(today)}
			and ${tutorId === null ? sql`e.tutor_id is not null` : sql`e.tutor_id = ${tutorId}`}
			and ${after === null ? sql`true` : sql`e.id > ${after}::uuid`}
		order by e.id limit ${limit}`);
	return [...rows];
}
