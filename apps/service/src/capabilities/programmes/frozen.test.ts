import { importProgramme, publishProgramme } from '@stazhirovka/contract/programmes';
import { programmeFile } from '@stazhirovka/db/seeds';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const leader = await world.as(world.leader);
const imported = async (summary: string) => {
	const document = { ...(programmeFile('adhd-lesson-12h') as object), summary };
	return (await leader.must(importProgramme, { body: { document } })).id;
};
const run = (query: SQL) => world.db.execute(query);
const approval = (id: string) => sql`
	insert into programme_approvals (id, version_id, kind, name, position, on_day)
	values (gen_random_uuid(), ${id}, 'approval', 'Лосева О. П.', 'директор', '2027-01-15')`;
const form = (id: string) => sql`
	insert into form_definitions (id, programme_version_id, key, definition)
	values (gen_random_uuid(), ${id}, 'added', '{}')`;

test('R121: a published version is neither changed nor deleted, nor given another form or approval, not even in the database', async () => {
	const id = await imported('Публикуется');
	await run(approval(id));
	await leader.must(publishProgramme, { params: { id } });
	const waiting = await imported('Ещё ждёт');
	await run(form(waiting));

	const version = sql`where id = ${id}`;
	const own = sql`where programme_version_id = ${id}`;
	const attempts = [
		sql`update programme_versions set document = jsonb_set(document, '{title}', '"Другая"') ${version}`,
		sql`update programme_versions set rules = '{}' ${version}`,
		sql`update programme_versions set warnings = '[]', number = 9 ${version}`,
		sql`update programme_versions set source_hash = 'x' ${version}`,
		sql`update programme_versions set published_at = null ${version}`,
		sql`update programme_versions set published_at = now() ${version}`,
		sql`update programme_versions set id = gen_random_uuid() ${version}`,
		sql`delete from programme_versions ${version}`,
		sql`update form_definitions set definition = '{}' ${own}`,
		sql`delete from form_definitions ${own}`,
		form(id),
		sql`update form_definitions set programme_version_id = ${id} where programme_version_id = ${waiting} and key = 'added'`,
		approval(id),
		sql`update programme_approvals set name = 'Другой' where version_id = ${id}`,
		sql`delete from programme_approvals where version_id = ${id}`
	];
	for (const attempt of attempts)
		await expect(run(attempt)).rejects.toMatchObject({ cause: { code: '23001' } });

	await run(sql`update programme_approvals set recorded_by = null where version_id = ${id}`);
	await run(sql`update programme_versions set published_by = null ${version}`);
});

test('R121: a version that waits may still change, be approved, be published and give way', async () => {
	const id = await imported('Ждёт');
	await run(sql`update programme_versions set warnings = '[]' where id = ${id}`);
	await run(form(id));
	await run(approval(id));
	await run(sql`update programme_approvals set name = 'Другой' where version_id = ${id}`);
	await run(sql`delete from programme_versions where id = ${id}`);
	const left = await run(sql`select 1 from programme_approvals where version_id = ${id}`);
	expect([...left]).toEqual([]);
});
