import type { IndicatorKey } from '@stazhirovka/domain/indicators';
import { IN_USE, USE_QUESTION } from '@stazhirovka/domain/surveys';
import { IMPROVED, IN_UNITS } from '@stazhirovka/domain/tasks';
import { inArray, sql, type SQL } from 'drizzle-orm';
import { carried, doneIn } from '../cohorts/index.ts';

/** Cohorts of which is asked. */
type Ids = string[];

/**
 * When somebody got the seat, from the journal, which never changes: whoever had one stays counted in the same place,
 * whatever becomes of the enrolment (R167). A transfer is written down for the enrolment that was left.
 */
const seated = sql`lateral (select min(at) as at from (
			select j.at from journal j where j.subject_id = e.id
				and j.kind in ('enrolment.confirmed', 'enrolment.promoted', 'enrolment.invitation_accepted')
			union all
			select j.at from enrolments earlier join journal j on j.subject_id = earlier.id
			where earlier.person_id = e.person_id and j.kind = 'enrolment.transferred' and j.data ->> 'to' = e.id::text
		) seats)`;

/** The first sending of each task of a route. */
const sendings = (
	ids: Ids
) => sql`select s.id as record_id, s.enrolment_id, stands.several, v.sent_at as at, i.due_on
	from ${carried(ids)} stands join submissions s on s.enrolment_id = stands.id
		join submission_versions v on v.submission_id = s.id and v.number = 1
		join learning_routes r on r.enrolment_id = s.enrolment_id
		join learning_route_items i on i.learning_route_id = r.id and i.task_key = s.task_key`;

/** What tutors said of what was sent, and whose word it was; one may add what else must hold of a version `v`. */
export const decisions = (ids: Ids | SQL) => sql`select v.id as record_id, s.enrolment_id, stands.several,
		v.decided_at as at, v.sent_at, v.decided_by
	from ${carried(ids)} stands join submissions s on s.enrolment_id = stands.id
		join submission_versions v on v.submission_id = s.id
	where v.decided_at is not null`;

/** Posted cards in which the change is a share. */
const effects = (ids: Ids) => sql`select f.id as record_id, f.enrolment_id, stands.several, f.posted_at as at,
		f.figures ->> 'verdict' as verdict
	from ${carried(ids)} stands join effectiveness_cards f on f.enrolment_id = stands.id
	where f.figures ->> 'verdict' <> ${IN_UNITS}`;

/** The first question of this kind, by its cohort: the document of a programme is large, so it is not read per answer. */
const npsQuestions = sql`select distinct on (c.id) c.id as cohort_id, q.question ->> 'key' as key
	from cohorts c join programme_versions v on v.id = c.programme_version_id
		cross join lateral jsonb_array_elements(v.document -> 'survey' -> 'questions') with ordinality q(question, n)
	where q.question ->> 'type' = 'nps' order by c.id, q.n`;

/**
 * The records behind an indicator: one statement each, for counting cohorts and for opening a number alike. Columns:
 * cohort_id, record_id, enrolment_id, at, part, whole, and value where the figure is a median. What a transfer takes along
 * is counted where it was done. An answer to an anonymous survey stands for its own person, and knows of its time only
 * which five it came in.
 */
export const COHORT_FACTS = {
	completion: (ids: Ids) => sql`select e.cohort_id, e.id as record_id, e.id as enrolment_id, seated.at,
			(e.state = 'completed')::int as part, 1 as whole, null::int as value
		from enrolments e join ${seated} seated on seated.at is not null where e.cohort_id in ${ids}`,
	tasks_in_time: (ids: Ids) => sql`select e.cohort_id, d.record_id, e.id as enrolment_id, d.at,
			((d.at at time zone place.time_zone)::date <= d.due_on)::int as part, 1 as whole, null::int as value
		from ${doneIn(ids, sendings(ids))}
			join cohorts c on c.id = e.cohort_id join sites place on place.id = c.site_id`,
	tutor_response: (
		ids: Ids
	) => sql`select e.cohort_id, d.record_id, e.id as enrolment_id, d.at, 1 as part, 1 as whole,
			floor(extract(epoch from d.at - d.sent_at) / 3600)::int as value
		from ${doneIn(ids, decisions(ids))}`,
	peer_quality: (
		ids: Ids
	) => sql`select e.cohort_id, w.id as record_id, e.id as enrolment_id, w.sent_at as at,
			(not exists (select 1 from jsonb_object_keys(w.scores) criterion
				where coalesce(trim(w.comments ->> criterion), '') = ''))::int as part, 1 as whole, null::int as value
		from reviews w join enrolments e on e.id = w.enrolment_id
		where w.sent_at is not null and e.cohort_id in ${ids}`,
	effect_cards: (ids: Ids) => sql`select e.cohort_id, d.record_id, e.id as enrolment_id, d.at,
			(${inArray(sql`d.verdict`, [...IMPROVED])})::int as part, 1 as whole, null::int as value
		from ${doneIn(ids, effects(ids))}`,
	nps: (
		ids: Ids
	) => sql`select asked.cohort_id, a.id as record_id, a.id as enrolment_id, to_timestamp(a.five) as at,
			case when said.value >= 9 then 1 when said.value <= 6 then -1 else 0 end as part, 1 as whole, null::int as value
		from (${npsQuestions}) asked join survey_answers a on a.cohort_id = asked.cohort_id
			cross join lateral (select (a.answer ->> asked.key)::int as value) said
		where said.value is not null and asked.cohort_id in ${ids}`,
	follow_up_use: (
		ids: Ids
	) => sql`select a.cohort_id, a.id as record_id, a.id as enrolment_id, to_timestamp(a.five) as at,
			(${inArray(sql`a.answer ->> ${USE_QUESTION}`, [...IN_USE])})::int as part, 1 as whole, null::int as value
		from follow_up_answers a where a.five > 0 and a.cohort_id in ${ids}`
} as const satisfies Partial<Record<IndicatorKey, (ids: Ids) => SQL>>;

export type CohortFactKey = keyof typeof COHORT_FACTS;
export const COHORT_FACT_KEYS = Object.keys(COHORT_FACTS) as CohortFactKey[];

/** Of which the median is told, not a share. */
export const SPREAD_KEYS: readonly IndicatorKey[] = ['tutor_response'];

/**
 * The same of what a site does. Columns: site_id, record_id, on_day, title, part, whole. What is still to come counts
 * nowhere, so the day of asking belongs to the question.
 */
export const SITE_FACTS = {
	plan_done: (today: string) => sql`select p.site_id, r.id as record_id, r.last_day as on_day, r.title,
			exists (select 1 from plan_executions x where x.row_id = r.id and x.withdrawn_at is null)::int as part, 1 as whole
		from plans p join plan_rows r on r.plan_id = p.id
		where p.state = 'in_force' and r.cancelled_at is null and r.last_day < ${today}::date`,
	plan_gaps: (today: string) => sql`select p.site_id, r.id as record_id, r.last_day as on_day, r.title,
			1 as part, 1 as whole
		from plans p join plan_rows r on r.plan_id = p.id
		where p.state = 'in_force' and r.cancelled_at is null and r.last_day < ${today}::date
			and not exists (select 1 from plan_executions x where x.row_id = r.id and x.withdrawn_at is null)
		union all
		select p.site_id, x.id, x.held_on, r.title, 1, 1
		from plans p join plan_rows r on r.plan_id = p.id join plan_executions x on x.row_id = r.id
		where x.withdrawn_at is null and x.held_on <= ${today}::date
			and cardinality(x.links) = 0 and cardinality(x.file_ids) = 0`,
	report_matches_plan: (today: string) => sql`select r.site_id, r.id as record_id, r.submitted_on as on_day,
			coalesce(nullif(r.subject, ''), 'Отчёт за ' || to_char(r.from_day, 'DD.MM.YYYY') || '–' ||
				to_char(r.to_day, 'DD.MM.YYYY')) as title, found.count as part, 1 as whole
		from site_reports r join lateral (select (j.data ->> 'mismatches')::int as count from journal j
			where j.subject_id = r.id and j.kind = 'report.submitted' order by j.id desc limit 1) found on true
		where ${inArray(sql`r.state`, ['submitted', 'accepted'])} and r.submitted_on <= ${today}::date`,
	products: (today: string) => sql`select p.site_id, p.id as record_id, p.published_on as on_day, p.title,
			1 as part, 1 as whole
		from site_products p where p.published_on <= ${today}::date`,
	local_acts: (
		today: string
	) => sql`select d.site_id, d.id as record_id, d.dated as on_day, d.title, 1 as part, 1 as whole
		from documents d
		where d.site_id is not null and d.dated <= ${today}::date
			and not exists (select 1 from documents later where later.replaces_id = d.id)`
} as const satisfies Partial<Record<IndicatorKey, (today: string) => SQL>>;

export type SiteFactKey = keyof typeof SITE_FACTS;
export const SITE_FACT_KEYS = Object.keys(SITE_FACTS) as SiteFactKey[];
