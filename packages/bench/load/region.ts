import type { Database } from '@stazhirovka/db';
import { makeManySites } from '@stazhirovka/service/measured';
import { sql } from 'drizzle-orm';

export type Region = {
	/** A cohort of so many at the site where the measured leader stands. */
	largestCohort: string;
};
type Wanted = { regionId: string; siteId: string; tutorId: string; version: string };

/** So many are in the largest cohort; the others share the rest by a hundred, two cohorts a site. */
export const SIZES = { sites: 200, enrolments: 40_000, journal: 2_000_000, largest: 300, cohort: 100 };

const KINDS = [
	'form.submitted',
	'diagnosis.finished',
	'deficit_card.signed',
	'learning_route.proposed',
	'learning_route.agreed',
	'task.sent',
	'task.accepted',
	'task.returned',
	'task.sent',
	'effectiveness_card.posted'
];

/**
 * A region of two hundred sites with forty thousand people on their ways and two million rows of the journal, made by
 * the database itself. Everything follows from the number of a person: the same rows each time, but for the keys of the
 * journal. How far somebody has come is `n % 10`: nothing, diagnosed, signed, proposed, agreed, one to five tasks sent.
 */
export async function fillRegion(
	db: Database,
	{ regionId, siteId, tutorId, version }: Wanted,
	{ enrolments, journal } = SIZES
): Promise<Region> {
	const { sites, largest, cohort } = SIZES;
	await makeManySites(db, regionId, sites);
	const cohorts = 1 + Math.ceil((enrolments - largest) / cohort);
	await db.execute(sql`
		insert into cohorts (id, key, site_id, programme_version_id, title, starts_on, ends_on, capacity)
		select ${key('cohort', sql`n`)}, 'region-' || n,
			case n when 1 then ${siteId}::uuid
				else (select id from sites where key = 'many-' || (1 + (n - 2) / 2 % ${sites}::int)) end,
			${version}, 'Поток ' || n, date '2027-01-18' - (n - 1) % 3 * 182, date '2027-02-26' - (n - 1) % 3 * 182, 300
		from generate_series(1, ${cohorts}::int) n`);
	await db.execute(sql`
		insert into cohort_tutors (cohort_id, person_id)
		select ${key('cohort', sql`n`)}, ${tutorId} from generate_series(1, ${cohorts}::int) n`);
	await fillPeople(db, tutorId, enrolments);
	await fillWays(db, enrolments, tutorId);
	await fillJournal(db, tutorId, enrolments, journal / enrolments);
	await db.execute(sql`vacuum analyze`);
	const [found] = await db.execute<{ id: string }>(sql`select id from cohorts where key = 'region-1'`);
	return { largestCohort: found?.id ?? '' };
}

type Part = ReturnType<typeof sql>;

/** A key that follows from a number, in the form of a random one. */
function key(of: string, n: Part): Part {
	return sql`overlay(overlay(md5(${`region-${of}-`} || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;
}

/** The number of somebody's cohort, and the day on which it began. */
const COHORT = sql`case when n <= ${SIZES.largest}::int then 1 else 2 + (n - ${SIZES.largest}::int - 1) / ${SIZES.cohort}::int end`;
const START = sql`(date '2027-01-18' - (${COHORT} - 1) % 3 * 182)`;

async function fillPeople(db: Database, tutorId: string, count: number): Promise<void> {
	await db.execute(sql`
		insert into people (id, email, surname, given_name, patronymic, gender)
		select ${key('person', sql`n`)}, 'region-' || n || '@test.example',
			(array['Лугова', 'Полева', 'Лесова', 'Горная'])[1 + n % 4] || '-' || n,
			(array['Аглая', 'Есения', 'Марфа', 'Ульяна', 'Злата'])[1 + n % 5], 'Мироновна', 'f'
		from generate_series(1, ${count}::int) n`);
	await db.execute(sql`
		insert into enrolments (id, cohort_id, person_id, tutor_id, state, organisation_title, applied_at, attended_on)
		select ${key('enrolment', sql`n`)}, ${key('cohort', COHORT)}, ${key('person', sql`n`)}, ${tutorId},
			'confirmed', 'Школа № ' || n % 400, ${START} - 20, case when n % 20 > 0 then ${START} end
		from generate_series(1, ${count}::int) n`);
}

async function fillWays(db: Database, count: number, tutorId: string): Promise<void> {
	const people = (least: number) => sql`generate_series(1, ${count}::int) n where n % 10 >= ${least}::int`;
	await db.execute(sql`
		insert into deficit_cards (enrolment_id, rows, unanswered, created_at, intern_signed_at, tutor_signed_at)
		select ${key('enrolment', sql`n`)}, (
				select jsonb_agg(jsonb_build_object('deficit', 'D' || d, 'knowledge', (n + d) % 3, 'case', (n * d) % 5,
					'self', (n + d) % 4, 'score', (n * 7 + d) % 10, 'max', 9, 'masteryPercent', (n * 7 + d) % 10 * 11.1,
					'level', (array['expressed', 'partial', 'none'])[1 + (n * 7 + d) % 10 / 4], 'present', (n * 7 + d) % 10 < 8,
					'flag', null) order by d)
				from generate_series(1, 8) d),
			0, ${START} + 1, case when n % 10 >= 2 then ${START} + 2 end, case when n % 10 >= 3 then ${START} + 3 end
		from ${people(1)}`);
	await db.execute(sql`
		insert into learning_routes (id, enrolment_id, state, proposal, proposed_at, agreed_at)
		select ${key('route', sql`n`)}, ${key('enrolment', sql`n`)},
			case when n % 10 >= 4 then 'agreed' else 'proposed' end::learning_route_state,
			'{"tasks":[],"notCoveredAsPrimary":[],"needsTutorConsent":false}', ${START} + 4,
			case when n % 10 >= 4 then ${START} + 5 end
		from ${people(3)}`);
	await db.execute(sql`
		insert into learning_route_items (learning_route_id, position, task_key, due_on)
		select ${key('route', sql`n`)}, t, 'T' || lpad((1 + (n + t) % 10)::text, 2, '0'), ${START} + 5 + t * 5
		from generate_series(1, ${count}::int) n, generate_series(0, 4) t where n % 10 >= 3`);
	const task = sql`generate_series(1, ${count}::int) n, generate_series(0, 4) t where n % 10 >= 5 and t <= n % 10 - 5`;
	const number = sql`n || '-' || t`;
	await db.execute(sql`
		insert into submissions (id, enrolment_id, task_key, state, sent_at, decided_at, decided_by)
		select ${key('submission', number)}, ${key('enrolment', sql`n`)}, 'T' || lpad((1 + (n + t) % 10)::text, 2, '0'),
			case when t < n % 10 - 5 then 'accepted' else 'sent' end::submission_state, ${START} + 6 + t * 4,
			case when t < n % 10 - 5 then ${START} + 8 + t * 4 end, case when t < n % 10 - 5 then ${tutorId}::uuid end
		from ${task}`);
	await db.execute(sql`
		insert into submission_versions (submission_id, number, answer, sent_at, decision, decided_at, decided_by)
		select id, 1, '{}', sent_at, case state when 'accepted' then 'accepted' end, decided_at, decided_by
		from submissions where id in (select ${key('submission', number)} from ${task})`);
}

async function fillJournal(db: Database, tutorId: string, count: number, each: number): Promise<void> {
	await db.execute(sql`
		insert into journal (at, actor_id, kind, subject_id, cohort_id, data)
		select ${START} + i * interval '11 hours' + n * interval '1 second',
			case when i % 3 = 0 then ${tutorId}::uuid else ${key('person', sql`n`)} end,
			case when i = 0 then 'enrolment.confirmed' else (array[${sql.join(
				KINDS.map((kind) => sql`${kind}`),
				sql`, `
			)}])[1 + (n + i) % ${KINDS.length}::int] end, ${key('enrolment', sql`n`)}, ${key('cohort', COHORT)}, '{}'
		from generate_series(0, ${each}::int - 1) i, generate_series(1, ${count}::int) n`);
}
