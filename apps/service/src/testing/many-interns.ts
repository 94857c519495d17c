import type { Database } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

/**
 * A cohort of that many interns who have done all that their programme asks: a version of it that asks for the survey
 * alone. Made by the database itself; answers with the cohort and the enrolments.
 */
export async function makeManyInterns(
	db: Database,
	{ siteId, version, count }: { siteId: string; version: string; count: number }
): Promise<{ cohortId: string; enrolments: string[] }> {
	const asked = JSON.stringify([{ key: 'c1', text: 'анкета заполнена', condition: 'survey_answered' }]);
	const [cohort] = await db.execute<{ id: string }>(sql`
		with easy as (
			insert into programme_versions (programme_id, number, document, rules, source_hash, published_at)
			select v.programme_id, (select max(number) + 1 from programme_versions m where m.programme_id = v.programme_id),
				v.document, jsonb_set(v.rules, '{completion}', ${asked}::jsonb), uuidv7()::text, now()
			from programme_versions v where v.id = ${version}
			returning id)
		insert into cohorts (site_id, programme_version_id, key, title, starts_on, ends_on, capacity)
		select ${siteId}::uuid, easy.id, 'many-' || uuidv7(), 'Большой поток', '2027-01-18', '2027-02-26', ${count}::int from easy
		returning id`);
	const cohortId = cohort?.id ?? '';
	const enrolments = await db.execute<{ id: string }>(sql`
		with made as (
			insert into people (email, surname, given_name, patronymic, gender)
			select uuidv7() || '@many.example', 'Вереснёва-' || (array['Лугова', 'Полева', 'Лесова', 'Горная'])[1 + n % 4],
				(array['Аглая', 'Есения', 'Марфа', 'Ульяна', 'Злата'])[1 + n % 5],
				(array['Тихоновна', 'Мироновна', 'Лукинична'])[1 + n % 3], 'f'
			from generate_series(1, ${count}::int) n
			returning id)
		insert into enrolments (cohort_id, person_id, state) select ${cohortId}::uuid, id, 'confirmed' from made returning id`);
	await db.execute(sql`
		insert into survey_participations (enrolment_id)
		select id from enrolments where cohort_id = ${cohortId}`);
	await db.execute(sql`analyze`);
	return { cohortId, enrolments: enrolments.map(({ id }) => id) };
}
