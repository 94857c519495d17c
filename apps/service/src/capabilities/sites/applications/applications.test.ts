import * as contract from '@stazhirovka/contract/applications';
import { applications, outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, ROLLING, told } from '../../../testing/applying.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);

const coordinator = await world.as(world.coordinator);
const keeping = applying(coordinator);
const lenobl = await publishRules(coordinator, 'lenobl', ROLLING);
await publishRules(coordinator, 'kuzbass');
await publishRules(coordinator, 'primorye');

const { person, organisation, visitor } = await makeApplicant(world);
const mine = applying(visitor);

test('R13, R16: begun, filled sheet by sheet, handed in, returned, mended and accepted', async () => {
	const begun = await mine.begin('rolling');
	expect(begun).toMatchObject({
		state: 'draft',
		organisation: { id: organisation.id },
		theme: 'Наставничество',
		can: { edit: true, submit: true, withdraw: true, accept: false, return: false }
	});
	expect(begun.sheets.map(({ kind, answered }) => [kind, answered])).toEqual([
		['application', 1],
		['programme', 0],
		['eligibility', 0]
	]);
	const { answer } = await mine.sheet(begun.id, 'application');
	expect(answer).toEqual({ org_full_name: organisation.title });
	expect(begun.way.map(({ step, state }) => [step, state])).toEqual([
		['completeness', 'later'],
		['expertise', 'later'],
		['proposal', 'later'],
		['act', 'later']
	]);

	const whole = await mine.fill(begun.id);
	expect(whole.sheets.every(({ answered, total }) => answered === total)).toBe(true);
	expect(told(await mine.submit(whole))).toBe(200);
	const submitted = await keeping.read(begun.id);
	expect(submitted).toMatchObject({ state: 'submitted', can: { edit: false, accept: true, return: true } });
	expect(submitted.way[0]).toMatchObject({ step: 'completeness', state: 'now' });

	const remarks = ['Нет факса', 'Не указаны часы'];
	expect(told(await keeping.giveBack(submitted, 'мало'))).toBe('422 application.reason_missing');
	expect(told(await keeping.giveBack(submitted, 'Не хватает сведений', remarks))).toBe(200);
	const returned = await mine.read(begun.id);
	expect(returned).toMatchObject({
		state: 'returned',
		reason: 'Не хватает сведений',
		remarks,
		can: { edit: true }
	});

	expect(told(await mine.submit(returned))).toBe(200);
	expect(told(await keeping.accept(await keeping.read(begun.id)))).toBe(200);
	expect(await mine.read(begun.id)).toMatchObject({ state: 'complete', reason: null, remarks: [] });

	const kinds = (await recorded(world.db, 'application.', [begun.id])).map(({ kind, actorId }) => [
		kind,
		actorId
	]);
	expect(kinds).toEqual([
		['application.begun', person.id],
		['application.submitted', person.id],
		['application.returned', world.coordinator.id],
		['application.submitted', person.id],
		['application.accepted', world.coordinator.id]
	]);
	const letters = await world.db.select().from(outbox).where(eq(outbox.to, person.email)).orderBy(outbox.id);
	expect(letters.map(({ subject }) => subject.split(':')[0])).toEqual([
		'Заявка подана',
		'Заявка возвращена на доработку',
		'Заявка подана',
		'Заявка принята к рассмотрению'
	]);
	expect(letters[1]?.text).toContain('2. Не указаны часы');
});

test('everything that is lacking is told at once, each at its sheet', async () => {
	const { id, revision } = await mine.begin('kuzbass', 'Пустая');
	const answer = await mine.submit({ id, revision });
	expect(told(answer)).toBe('422 application.faulty');
	const faults = answer.ok ? [] : (answer.refusal.problem.details?.faults as Record<string, unknown>[]);
	expect([...new Set(faults.map(({ sheet }) => sheet))]).toEqual([
		'application',
		'programme',
		'eligibility',
		'approval'
	]);
	expect(faults).toContainEqual({ sheet: 'programme', path: 'title_page-period', code: 'required' });
	expect(faults).toContainEqual({ sheet: 'eligibility', path: 'evidence-1', code: 'required' });
	expect(await mine.read(id)).toMatchObject({ state: 'draft', revision, submittedAt: null });
});

test('an empty programme is told where the structure is only an example', async () => {
	const { id } = await mine.begin('rolling', 'Без программы');
	await mine.fill(id);
	const { definition, revision } = await mine.sheet(id, 'programme');
	expect((await mine.save(id, 'programme', revision, {})).ok).toBe(true);
	const answer = await mine.submit(await mine.read(id));
	expect(answer).toMatchObject({
		refusal: { problem: { details: { faults: [{ sheet: 'programme', path: '', code: 'empty' }] } } }
	});
	expect(definition.title).toBe((lenobl.programme_structure as { title: string }).title);
});

test('R9, R41: dates of the title page are kept; approval and agreement are asked for, and not ahead of today', async () => {
	const { id } = await mine.begin('kuzbass', 'Опорный центр');
	await mine.fill(id, { approval: { 'agreed-on': '2027-01-19' } });
	expect(await mine.submit(await mine.read(id))).toMatchObject({
		refusal: {
			problem: { details: { faults: [{ sheet: 'approval', path: 'agreed-on', code: 'in_future' }] } }
		}
	});
	const { revision, answer } = await mine.sheet(id, 'approval');
	await mine.save(id, 'approval', revision, { ...answer, 'agreed-on': '2027-01-18' } as never);
	expect(told(await mine.submit(await mine.read(id)))).toBe(200);

	const [row] = await world.db.select().from(applications).where(eq(applications.id, id));
	expect(row).toMatchObject({
		programmeFrom: '2027-02-01',
		programmeTo: '2028-12-25',
		programmeApproval: { agreed: { name: 'Слова', position: 'Слова', on: '2027-01-18' } }
	});
});

test('two who decide at once: one wins, the other is told what was decided; so is a double click', async () => {
	const { id } = await mine.begin('rolling', 'Спорная');
	await mine.fill(id);
	const draft = await mine.read(id);
	const clicks = await Promise.all([mine.submit(draft), mine.submit(draft)]);
	expect(clicks.map(told).sort()).toEqual([200, '409 application.changed_meanwhile']);

	const another = applying(await world.as(world.administrator));
	const seen = await keeping.read(id);
	const answers = await Promise.all([keeping.accept(seen), another.giveBack(seen)]);
	expect(answers.map(told).sort()).toEqual([200, '409 application.changed_meanwhile']);
	const now = await keeping.read(id);
	const loser = answers.find(({ ok }) => !ok);
	expect(loser).toMatchObject({
		refusal: { problem: { details: { state: now.state, reason: now.reason } } }
	});
	expect((await recorded(world.db, 'application.', [id])).length).toBe(3);
});

test('wrong moves are refused, and a withdrawn application is over', async () => {
	const begun = await mine.begin('rolling', 'Отозванная');
	await mine.fill(begun.id);
	await mine.submit(await mine.read(begun.id));
	const submitted = await mine.read(begun.id);
	expect(told(await mine.submit(submitted))).toBe('409 application.not_now');
	expect(told(await mine.withdraw(submitted, 'нет'))).toBe('422 application.reason_missing');
	expect(told(await mine.withdraw(submitted))).toBe(200);

	const over = await mine.read(begun.id);
	expect(over).toMatchObject({ state: 'withdrawn', reason: 'Передумали подавать', way: expect.any(Array) });
	expect(Object.values(over.can)).toEqual(Object.values(over.can).map(() => false));
	for (const move of [keeping.accept, keeping.giveBack])
		expect(told(await move(over))).toBe('409 application.not_now');
	expect(told(await mine.withdraw(over))).toBe('409 application.not_now');
});

test('who has no organisation begins nothing; nor is anything begun where the form is not given', async () => {
	const stranger = await world.as(world.stranger);
	const body = { regulation: 'rolling', title: 'Площадка', theme: '' };
	expect(await stranger.call(contract.beginApplication, { body })).toEqual(
		refused(409, 'application.no_organisation')
	);
	expect(
		await visitor.call(contract.beginApplication, { body: { ...body, regulation: 'primorye' } })
	).toEqual(refused(409, 'application.form_missing'));
	expect(await visitor.call(contract.beginApplication, { body: { ...body, regulation: 'nothing' } })).toEqual(
		refused(404, 'regulation.missing')
	);
	const { organisation: own, openings } = await visitor.must(contract.listOpenings, {});
	expect(own).toEqual({ id: organisation.id, title: organisation.title });
	expect(openings.map(({ key, way }) => [key, way]).sort()).toEqual([
		['kuzbass', 'application'],
		['primorye', 'form_missing'],
		['rolling', 'application']
	]);
});
