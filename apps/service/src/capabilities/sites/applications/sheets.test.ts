import * as contract from '@stazhirovka/contract/applications';
import { exportApplication, listMyApplications } from '@stazhirovka/contract/applications';
import { outbox } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, ROLLING, told } from '../../../testing/applying.ts';
import { makePerson } from '../../../testing/person.ts';
import { recorded } from '../../../testing/records.ts';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);

const coordinator = await world.as(world.coordinator);
await publishRules(coordinator, 'lenobl', ROLLING);
await publishRules(coordinator, 'kuzbass');
const { organisation, visitor } = await makeApplicant(world);
const mine = applying(visitor);

test('begun twice, by a double click or two tabs at once, it is one application', async () => {
	const begun = await Promise.all([1, 2, 3].map(() => mine.begin('rolling', 'Дважды')));
	expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
	const list = await visitor.must(listMyApplications, {});
	expect(list.filter(({ title }) => title === 'Дважды')).toHaveLength(1);
	expect((await recorded(world.db, 'application.begun', [begun[0]!.id])).length).toBe(1);
});

test('two tabs never overwrite each other’s sheet, on every sheet', async () => {
	const { id } = await mine.begin('kuzbass', 'Две вкладки');
	for (const { kind } of (await mine.read(id)).sheets) {
		const { definition } = await mine.sheet(id, kind);
		const key = definition.sections
			.flatMap(({ fields }) => fields)
			.find((f) => f.kind === 'longText' || f.kind === 'person' || f.kind === 'shortText')!.key;
		const saves = await Promise.all(['А', 'Б', 'В'].map((word) => mine.save(id, kind, 0, { [key]: word })));
		expect([kind, saves.map(told).sort()]).toEqual([
			kind,
			[200, '409 form.changed_elsewhere', '409 form.changed_elsewhere']
		]);
		expect((await mine.sheet(id, kind)).revision).toBe(1);
		const late = saves.find(({ ok }) => !ok);
		expect(late).toMatchObject({
			refusal: { problem: { details: { revision: 1, answer: { [key]: expect.any(String) } } } }
		});
	}
	expect(told(await mine.save(id, 'application', 1, { stranger: 'x' }))).toBe('422 form.faulty');
});

test('R41: a programme that is changed after its approval is not approved any more, and who approved is told', async () => {
	const head = { surname: 'Берёзова', givenName: 'Анна', patronymic: 'Ильинична' };
	const { email } = await makePerson(world.db, { ...head, organisationId: organisation.id });
	const { id } = await mine.begin('kuzbass', 'Утверждённая');
	const named = { 'approved-name': 'Березова  Анна Ильинична', 'agreed-name': 'Елагина Ольга' };
	await mine.fill(id, { approval: { ...named, 'approved-on': '2027-01-11', 'agreed-on': '2027-01-12' } });
	const { revision, ...programme } = await mine.sheet(id, 'programme');
	const answer = programme.answer as Answer;
	const approval = await mine.sheet(id, 'approval');
	const approved = approval.answer as Answer;

	expect(told(await mine.save(id, 'programme', revision, answer))).toBe(200);
	expect((await mine.read(id)).fallen).toEqual([]);
	const text = Object.entries(answer).find(([, value]) => typeof value === 'string')?.[0] ?? '';
	const changed = { ...answer, [text]: 'Иначе' };
	expect(told(await mine.save(id, 'programme', revision + 1, changed))).toBe(200);

	const left = await mine.sheet(id, 'approval');
	expect(left.answer).toEqual({ ...approved, 'approved-on': null, 'agreed-on': null });
	const now = await mine.read(id);
	expect(now.fallen).toEqual([
		{ name: 'Березова  Анна Ильинична', on: '2027-01-11' },
		{ name: 'Елагина Ольга', on: '2027-01-12' }
	]);
	expect(told(await mine.submit(now))).toBe('422 application.faulty');
	expect(told(await mine.save(id, 'approval', approval.revision, approved))).toBe(
		'409 form.changed_elsewhere'
	);
	const letters = await world.db.select().from(outbox).where(eq(outbox.to, email));
	expect(letters.map(({ subject }) => subject)).toEqual([
		'Программу изменили после вашего утверждения: «Утверждённая»'
	]);
	expect((await recorded(world.db, 'application.approval_fell', [id])).length).toBe(1);

	expect(told(await mine.save(id, 'approval', left.revision, approved))).toBe(200);
	expect((await mine.read(id)).fallen).toEqual([]);
	expect(told(await mine.submit(await mine.read(id)))).toBe(200);
});

test('what is handed in is not written any more, and a sheet that is not asked for is not there', async () => {
	const { id } = await mine.begin('rolling', 'Закрытая');
	expect(told(await mine.save(id, 'approval', 0, {}))).toBe('404 form.missing');
	await mine.submit(await mine.fill(id));
	expect(told(await mine.save(id, 'application', 1, {}))).toBe('409 form.submitted');
	const site = { title: 'Другая', theme: '', members: [], minutes: '' };
	expect(told(await visitor.call(contract.describeSite, { params: { id }, body: site }))).toBe(
		'409 form.submitted'
	);
	expect(await mine.sheet(id, 'application')).toMatchObject({ can: { save: false } });
});

test('R31, R32: a network needs its lead and its minutes; who leads it applies', async () => {
	const other = await makeApplicant(world);
	const { id } = await mine.begin('rolling', 'Сеть');
	const site = (leads: string | null, minutes = '') =>
		visitor.call(contract.describeSite, {
			params: { id },
			body: {
				title: 'Сеть школ',
				theme: 'Наставничество',
				minutes,
				members: [organisation.id, other.organisation.id].map((organisationId) => ({
					organisationId,
					isLead: organisationId === leads
				}))
			}
		});
	expect(await site(null)).toMatchObject({
		refusal: { problem: { details: { faults: [{ field: 'lead', code: 'network.lead_missing' }] } } }
	});
	expect(await site(other.organisation.id)).toMatchObject({
		value: { title: 'Сеть школ', organisation: { id: other.organisation.id } }
	});
	await mine.fill(id);
	expect(await mine.submit(await mine.read(id))).toMatchObject({
		refusal: {
			problem: { details: { faults: [{ sheet: 'site', path: 'minutes', code: 'network.minutes_missing' }] } }
		}
	});
	await site(other.organisation.id, 'протокол № 1 от 12.01.2027');
	expect(told(await mine.submit(await mine.read(id)))).toBe(200);

	const alien = {
		params: { id: (await mine.begin('rolling', 'Чужая сеть')).id },
		body: {
			title: 'Чужая сеть',
			theme: '',
			minutes: '',
			members: [other.organisation.id, world.organisation('org-31').id].map((organisationId, n) => ({
				organisationId,
				isLead: n === 0
			}))
		}
	};
	expect(told(await visitor.call(contract.describeSite, alien))).toBe('422 network.without_own');
});

test('R16, X24: what goes out can be read back', async () => {
	const { id } = await mine.begin('kuzbass', 'На вывоз');
	await mine.fill(id);
	const whole = await visitor.must(exportApplication, { params: { id } });
	expect(whole).toMatchObject({ schema: 'application.v1', application: { id, title: 'На вывоз' } });
	expect(whole.sheets.map(({ kind, revision }) => [kind, revision])).toEqual([
		['application', 1],
		['programme', 1],
		['eligibility', 1],
		['approval', 1]
	]);
	for (const { kind, answer, revision } of whole.sheets)
		expect((await mine.save(id, kind, revision, answer as never)).ok).toBe(true);
	const again = await visitor.must(exportApplication, { params: { id } });
	expect(again.sheets.map(({ answer }) => answer)).toEqual(whole.sheets.map(({ answer }) => answer));
});

test('R16, R160: the whole application is printed, for paper and for people who go on writing', async () => {
	const { id } = await mine.begin('kuzbass', 'На печать');
	await mine.fill(id, { application: { org_head: 'Полозьев Демьян Игнатович' } });
	const file = (by: typeof visitor, format: string) =>
		by.inject({ method: 'GET', url: `/api/applications/${id}/file.${format}` });
	const pdf = readPdf((await file(visitor, 'pdf')).rawPayload).text;
	const docx = JSON.stringify(await readDocx((await file(visitor, 'docx')).rawPayload));
	for (const text of [pdf, docx]) {
		expect(text).toContain('Полозьев Демьян Игнатович');
		expect(text).toContain('УТВЕРЖДАЮ');
	}
	expect((await file(coordinator, 'pdf')).statusCode).toBe(404);
});
