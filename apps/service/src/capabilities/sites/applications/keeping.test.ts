import * as contract from '@stazhirovka/contract/applications';
import { acts, applicationWindows, municipalities, outbox } from '@stazhirovka/db/schema';
import { like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, told } from '../../../testing/applying.ts';
import { makePerson } from '../../../testing/person.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);

const coordinator = await world.as(world.coordinator);
await publishRules(coordinator, 'lenobl');
await publishRules(coordinator, 'kuzbass');
const { person, organisation, visitor } = await makeApplicant(world);
const mine = applying(visitor);
const ACT = {
	kind: 'распоряжение' as 'распоряжение' | 'приказ',
	number: '12-р',
	signedOn: '2027-01-15',
	issuer: 'Комитет образования',
	title: 'О приёме заявок'
};
const open = (changes: Record<string, unknown> = {}, act: Partial<typeof ACT> = {}) =>
	coordinator.call(contract.openWindow, {
		body: {
			regulation: 'lenobl',
			opensOn: '2027-01-20',
			closesOn: '2027-01-31',
			...changes,
			act: { ...ACT, ...act }
		}
	});

test('R12: outside the window handing in is refused, and the next window is named', async () => {
	const { id } = await mine.begin('lenobl');
	await mine.fill(id);
	expect(await mine.submit(await mine.read(id))).toEqual(
		refused(409, 'application.window_closed', { next: null })
	);
	expect(await open()).toMatchObject({ value: { actKnown: false, told: 0 } });
	const next = { opensOn: '2027-01-20', closesOn: '2027-01-31' };
	expect((await mine.read(id)).window).toEqual({ open: null, next });
	expect(await mine.submit(await mine.read(id))).toEqual(refused(409, 'application.window_closed', { next }));

	for (const [moment, code] of [
		['2027-01-19T20:59:00Z', '409 application.window_closed'],
		['2027-01-31T21:00:00Z', '409 application.window_closed'],
		['2027-01-31T20:59:00Z', 200]
	] as const) {
		world.at(moment);
		expect([moment, told(await mine.submit(await mine.read(id)))]).toEqual([moment, code]);
	}
	expect((await mine.read(id)).state).toBe('submitted');

	world.at('2027-03-01T07:00:00Z');
	const keeping = applying(coordinator);
	await keeping.giveBack(await keeping.read(id));
	expect(told(await mine.submit(await mine.read(id)))).toBe(200);
	world.at('2027-01-18T07:00:00Z');
});

test('R12: people of the municipalities are written to; an act entered twice is found again', async () => {
	const [municipality] = await world.db
		.insert(municipalities)
		.values({ regionId: world.region.id, title: 'Заозёрный район' })
		.returning();
	const scope = { kind: 'municipality' as const, id: municipality!.id };
	const municipal = await makePerson(world.db, {}, [{ role: 'coordinator', scope }]);
	const before = await world.db.$count(acts);

	const answers = await Promise.all([
		open({ opensOn: '2027-03-01', closesOn: '2027-03-31' }, { number: '40-р' }),
		open({ opensOn: '2027-03-01', closesOn: '2027-03-31' }, { number: '40-Р', issuer: 'комитет образования' })
	]);
	expect(answers.map(told)).toEqual([200, 200]);
	expect(answers.map((answer) => answer.ok && answer.value.actKnown).sort()).toEqual([false, true]);
	expect(answers.map((answer) => answer.ok && answer.value.told).sort()).toEqual([0, 1]);
	expect(await world.db.$count(acts)).toBe(before + 1);
	const letters = await world.db.select().from(outbox).where(like(outbox.subject, 'Открыт приём заявок%'));
	expect(letters.map(({ to }) => to)).toEqual([municipal.email]);
	expect(letters[0]?.text.replaceAll('\u00a0', ' ')).toContain('с 1 марта 2027 г. по 31 марта 2027 г.');

	expect(await open({ opensOn: '2027-04-01', closesOn: '2027-04-30' }, { number: '40-р' })).toEqual(
		refused(409, 'window.act_used', { opensOn: '2027-03-01', closesOn: '2027-03-31' })
	);
	expect((await coordinator.must(contract.listWindows, {})).windows).toHaveLength(2);
	expect(
		await recorded(
			world.db,
			'application_window',
			(await world.db.select().from(applicationWindows)).map(({ id }) => id)
		)
	).toHaveLength(2);
});

test('a window is refused with everything that is wrong with it', async () => {
	expect(await open({ opensOn: '2027-01-14', closesOn: '2027-01-10' }, { kind: 'приказ' })).toMatchObject({
		refusal: {
			status: 422,
			problem: {
				details: {
					faults: [
						{ field: 'act.kind', code: 'window.wrong_act', limit: 'распоряжение' },
						{ field: 'opensOn', code: 'window.before_act', limit: '2027-01-15' },
						{ field: 'closesOn', code: 'window.backwards', limit: '2027-01-14' }
					]
				}
			}
		}
	});
	expect(
		told(await open({ opensOn: '2027-02-01', closesOn: '2027-02-10' }, { signedOn: '2027-01-19' }))
	).toBe('422 act.in_future');
	expect(told(await open({ regulation: 'kuzbass' }))).toBe('409 window.not_by_act');
	expect(told(await open({ regulation: 'nothing' }))).toBe('404 regulation.missing');
});

test('R29: only a recommended organisation hands in, and the keeper keeps the list', async () => {
	const document = await publishRules(coordinator, 'kuzbass', {
		key: 'listed',
		host: { scope: 'recommended_list', kinds: [], eligibility: [] }
	});
	expect(document.key).toBe('listed');
	const { id } = await mine.begin('listed');
	await mine.fill(id);
	expect(await mine.submit(await mine.read(id))).toMatchObject({
		refusal: {
			problem: {
				details: {
					faults: [{ sheet: 'site', path: `members.${organisation.id}`, code: 'not_recommended' }]
				}
			}
		}
	});
	const given = { authority: 'Управление образования', reference: 'письмо от 12.01.2027 № 41' };
	const put = (regulation: string, organisationId = organisation.id) =>
		coordinator.call(contract.recommend, { body: { regulation, organisationId, ...given } });
	expect(told(await put('lenobl'))).toBe('409 recommendation.not_asked');
	expect(told(await put('listed', person.id))).toBe('422 organisation.missing');
	const [first, second] = await Promise.all([put('listed'), put('listed')]);
	expect(first).toEqual(second);

	const { recommendations, regulations } = await coordinator.must(contract.listRecommendations, {});
	expect(recommendations).toMatchObject([{ organisation: { id: organisation.id }, ...given }]);
	expect(regulations.map(({ key }) => key)).toEqual(['listed']);
	expect((await mine.read(id)).members).toMatchObject([{ recommended: true }]);

	const params = { id: recommendations[0]!.id };
	expect(told(await visitor.call(contract.stopRecommending, { params }))).toBe('404 recommendation.missing');
	await coordinator.must(contract.stopRecommending, { params });
	expect((await mine.submit(await mine.read(id))).ok).toBe(false);
	await put('listed');
	expect(told(await mine.submit(await mine.read(id)))).toBe(200);
});

test('the queue counts, filters and names the next step; drafts are not in it', async () => {
	await mine.begin('lenobl', 'Черновик');
	const read = (querystring: object) => coordinator.must(contract.listApplicationQueue, { querystring });
	const all = await read({});
	expect(all.applications.map(({ title }) => title)).not.toContain('Черновик');
	expect(all.total).toBe(all.states.reduce((sum, { count }) => sum + count, 0));

	const waiting = await read({ state: 'submitted', regulation: 'lenobl' });
	expect(waiting.applications.map(({ state, due, regulation }) => [state, due, regulation.key])).toEqual([
		['submitted', 'completeness', 'lenobl']
	]);
	expect(waiting.total).toBe(1);
	expect((await read({ page: 2 })).applications).toEqual([]);
	expect(await visitor.must(contract.listApplicationQueue, { querystring: {} })).toMatchObject({
		total: 0,
		applications: [],
		regulations: []
	});
});

test('who keeps nothing opens no window, registers nobody and recommends nobody', async () => {
	for (const someone of [visitor, await world.as(world.leader), await world.as(world.stranger)]) {
		const body = { regulation: 'lenobl', opensOn: '2027-02-01', closesOn: '2027-02-10', act: ACT };
		expect(told(await someone.call(contract.openWindow, { body }))).toBe('404 regulation.missing');
		expect(await someone.must(contract.listDirectOpenings, {})).toEqual([]);
		expect(await someone.must(contract.listWindows, {})).toEqual({ windows: [], regulations: [] });
		expect(await someone.must(contract.listRecommendations, {})).toEqual({
			regulations: [],
			recommendations: []
		});
	}
	expect(told(await (await world.as(null)).call(contract.listOpenings, {}))).toBe('401 unauthenticated');
});
