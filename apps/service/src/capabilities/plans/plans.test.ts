import {
	addFormat,
	addRow,
	approvePlan,
	beginPlan,
	changeRow,
	copyPlan,
	getPlan,
	listFormats,
	listPlans,
	recallPlan,
	removeFormat,
	removeRow,
	returnPlan,
	sendPlan
} from '@stazhirovka/contract/plans';
import { afterAll, expect, test } from 'vitest';
import { PAPER, planner, rowUnder } from '../../testing/plans.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-10-20T07:00:00Z' });
afterAll(world.close);
const KEYS = ['lenobl', 'mariinsk', 'kuzbass', 'priozersk', 'primorye'] as const;
await publishRules(world, ...KEYS);

const { kept, mayRead } = uploadsOf(() => world);
const keeper = planner(await world.as(world.coordinator));

/** A site with a plan of one row that nobody has sent. */
async function planned(key: (typeof KEYS)[number]) {
	const site = await siteUnder(world, key);
	const leader = planner(site.visitor);
	const begun = await leader.begin(site.id);
	if (!begun.ok) throw new Error(begun.refusal.code);
	const { id } = begun.value;
	await leader.add(id, rowUnder(key));
	return { site, leader, id, params: { id }, visitor: site.visitor };
}

test.each([
	['lenobl', 'школьный год', { from: '2026-09-01', lastDay: '2027-08-31' }],
	['mariinsk', 'со дня статуса', { from: '2025-09-01', lastDay: null }],
	['kuzbass', 'не сказано', null],
	['priozersk', 'не сказано', null],
	['primorye', 'не сказано', null]
] as const)('R52: the period of a first plan under «%s»: %s', async (key, _, suggested) => {
	const { id, visitor } = await siteUnder(world, key);
	expect((await visitor.must(listPlans, { params: { id } })).suggested).toEqual(suggested);
});

test.each([
	['lenobl', 'sent', 'agreement', 'approval', 'in_force'],
	['mariinsk', 'sent', 'agreement', 'approval', 'in_force'],
	['kuzbass', 'sent', 'agreement', 'approval', 'in_force'],
	['priozersk', 'sent', 'approval', 'agreement', 'in_force'],
	['primorye', 'in_force', 'agreement', 'approval', 'in_force']
] as const)(
	'R56, R57: under «%s» a sent plan is %s, knows no %s, and after the %s is %s',
	async (key, sent, unknown, step, end) => {
		const { leader, id } = await planned(key);
		expect(await leader.send(id)).toMatchObject({ ok: true });
		expect((await leader.read(id)).state).toBe(sent);
		expect(await keeper.approve(id, unknown)).toMatchObject({ refusal: { code: 'plan.not_now' } });
		expect(await keeper.approve(id, step)).toMatchObject({ ok: true });
		expect(await leader.read(id)).toMatchObject({
			state: end,
			steps: [{ kind: step, done: { on: '2026-10-20', onPaper: false } }]
		});
	}
);

test('R57: an agreement told after a paper bears its name and day and its signed sheet; nobody tells of tomorrow', async () => {
	const { site, leader, id } = await planned('priozersk');
	await leader.send(id);
	expect(await leader.approve(id, 'agreement')).toEqual(refused(403, 'forbidden'));
	const sheet = await kept(site.leader, `siteId=${site.id}`, 'лист.pdf', SAMPLES.pdf!);
	const paper = { ...PAPER, fileId: sheet.id };
	const faultsOf = async (change: object) => {
		const answer = await leader.approve(id, 'agreement', { ...paper, ...change });
		return answer.ok ? [] : answer.refusal.problem.details?.faults;
	};
	expect(await faultsOf({ on: '2026-10-21' })).toEqual([{ code: 'days.ahead', field: 'paper.on' }]);
	expect(await faultsOf({ fileId: null })).toEqual([{ code: 'plan.sheet_missing', field: 'paper.fileId' }]);
	expect(await faultsOf({ fileId: site.id })).toEqual([{ code: 'file.missing', field: 'paper.fileId' }]);
	expect(await leader.approve(id, 'agreement', paper)).toMatchObject({ ok: true });
	expect(await mayRead(sheet.id, [world.coordinator, world.stranger])).toEqual([200, 404]);
	expect((await leader.read(id)).steps).toMatchObject([
		{ by: 'информационно-методический отдел МОУ ДО ЦИТ', done: { ...paper, onPaper: true } }
	]);
	expect(await recorded(world.db, 'plan.', [id])).toMatchObject([
		{ kind: 'plan.begun' },
		{ kind: 'plan.row_written' },
		{ kind: 'plan.moved', data: { to: 'sent' } },
		{ kind: 'plan.moved', data: { to: 'in_force', onPaper: true, fileId: sheet.id } }
	]);
});

test('R61: where the regulation forces distance, nothing in person is planned', async () => {
	const { leader, id } = await planned('priozersk');
	expect(await leader.add(id, rowUnder('priozersk', { delivery: 'очно' }))).toMatchObject({
		refusal: {
			status: 422,
			problem: { details: { faults: [{ code: 'plan.delivery_forced', field: 'delivery' }] } }
		}
	});
});

test('a plan is given back with words, is mended, and what was said to it falls', async () => {
	const { leader, id, params, visitor } = await planned('lenobl');
	await leader.send(id);
	const giveBack = async (reason: string) =>
		(await world.as(world.coordinator)).call(returnPlan, {
			params,
			body: { revision: (await leader.read(id)).revision, reason }
		});
	expect(await giveBack('нет')).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.reason_missing', field: 'reason' }] } } }
	});
	expect(await leader.add(id, rowUnder('lenobl'))).toEqual(refused(409, 'plan.not_open'));
	await giveBack('Добавьте мероприятия второй половины года');
	expect(await leader.read(id)).toMatchObject({
		state: 'returned',
		returnReason: 'Добавьте мероприятия второй половины года',
		signature: null,
		can: { write: true, send: true }
	});
	expect(await leader.add(id, rowUnder('lenobl', { title: 'Ещё один' }))).toMatchObject({ ok: true });
	await leader.send(id);
	await visitor.must(recallPlan, { params, body: { revision: (await leader.read(id)).revision } });
	expect((await leader.read(id)).state).toBe('draft');
});

test('of two tabs the older one is told; a double click adds a row once', async () => {
	const { leader, id, params, visitor } = await planned('lenobl');
	const { revision, rows } = await leader.read(id);
	const add = () =>
		visitor.call(addRow, { params, body: { revision, row: rowUnder('lenobl'), reason: null } });
	const told = await Promise.all([add(), add(), add()]);
	expect(told.map((one) => (one.ok ? 'done' : one.refusal.code)).toSorted()).toEqual([
		'done',
		'plan.changed_meanwhile',
		'plan.changed_meanwhile'
	]);
	const body = { revision, row: rowUnder('lenobl', { title: 'Другое' }) };
	const at = { id: rows[0]!.id };
	expect(await visitor.call(changeRow, { params: at, body })).toEqual(refused(409, 'plan.changed_meanwhile'));
	const fresh = (await leader.read(id)).revision;
	await visitor.must(changeRow, { params: at, body: { ...body, revision: fresh } });
	await visitor.must(removeRow, { params: at, body: { revision: fresh + 1 } });
	expect((await leader.read(id)).rows.map(({ title }) => title)).toEqual(['Разбор уроков']);
});

test('two who approve at once approve once, and an empty plan is not sent', async () => {
	const { leader, id, params } = await planned('kuzbass');
	await leader.send(id);
	const { revision } = await leader.read(id);
	const coordinator = await world.as(world.coordinator);
	const approve = () =>
		coordinator.call(approvePlan, { params, body: { revision, kind: 'approval', paper: null } });
	const told = await Promise.all([approve(), approve()]);
	expect(told.filter(({ ok }) => ok)).toHaveLength(1);

	const empty = await siteUnder(world, 'kuzbass');
	const begun = await planner(empty.visitor).begin(empty.id);
	const emptyId = begun.ok ? begun.value.id : '';
	expect(
		await empty.visitor.call(sendPlan, { params: { id: emptyId }, body: { revision: 0 } })
	).toMatchObject({ refusal: { problem: { details: { faults: [{ code: 'plan.empty', field: 'rows' }] } } } });
});

test('R60: the keeper of the region adds a format, and takes it out again', async () => {
	const { site, leader, id, visitor } = await planned('lenobl');
	const coordinator = await world.as(world.coordinator);
	const at = { params: { id: site.id } };
	expect(await visitor.call(addFormat, { ...at, body: { title: 'посиделки' } })).toEqual(
		refused(403, 'forbidden')
	);
	await Promise.all([1, 2].map(() => coordinator.must(addFormat, { ...at, body: { title: 'посиделки' } })));
	expect((await leader.read(id)).rules.formats).toContain('посиделки');
	const [format] = await coordinator.must(listFormats, at);
	expect(await (await world.as(world.stranger)).call(removeFormat, { params: { id: format!.id } })).toEqual(
		refused(404, 'event_format.missing')
	);
	await coordinator.must(removeFormat, { params: { id: format!.id } });
	expect((await leader.read(id)).rules.formats).not.toContain('посиделки');
});

test('plans of one site never meet; two who begin one begin one', async () => {
	const { id, visitor } = await siteUnder(world, 'lenobl');
	const begin = () =>
		visitor.call(beginPlan, { params: { id }, body: { from: '2026-09-01', lastDay: '2027-08-31' } });
	const told = await Promise.all([begin(), begin()]);
	expect(told.map((one) => (one.ok ? 'done' : one.refusal.code)).toSorted()).toEqual([
		'done',
		'plan.period_taken'
	]);
	const odd = await planner(visitor).begin(id, '2027-09-02', '2028-08-31');
	expect(odd).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.not_school_year', field: 'from' }] } } }
	});
});

test('one click copies a plan to the next year with its dates; the second finds it there', async () => {
	const { leader, id, params, visitor, site } = await planned('lenobl');
	await leader.add(id, rowUnder('lenobl', { title: 'Весна', from: '2027-03-01', lastDay: '2027-03-05' }));
	const told = await Promise.all([visitor.call(copyPlan, { params }), visitor.call(copyPlan, { params })]);
	const made = told.find((one) => one.ok);
	expect(told.filter(({ ok }) => ok)).toHaveLength(1);
	const copy = await leader.read(made?.ok ? made.value.id : '');
	expect(copy).toMatchObject({ state: 'draft', rules: { from: '2027-09-01', lastDay: '2028-08-31' } });
	expect(copy.rows.map(({ title, from, lastDay }) => [title, from, lastDay])).toEqual([
		['Разбор уроков', '2027-11-10', '2027-11-10'],
		['Весна', '2028-03-01', '2028-03-05']
	]);
	expect((await visitor.must(listPlans, { params: { id: site.id } })).plans).toHaveLength(2);
});

test('for strangers and other sites a plan and its rows are not there', async () => {
	const { id, params, leader } = await planned('lenobl');
	const { rows, revision } = await leader.read(id);
	const other = await siteUnder(world, 'kuzbass');
	for (const stranger of [other.visitor, await world.as(world.stranger), await world.as(world.interns[0]!)]) {
		expect(await stranger.call(getPlan, { params })).toEqual(refused(404, 'plan.missing'));
		expect(await stranger.call(sendPlan, { params, body: { revision } })).toEqual(
			refused(404, 'plan.missing')
		);
		const body = { revision, row: rowUnder('lenobl') };
		expect(await stranger.call(changeRow, { params: { id: rows[0]!.id }, body })).toEqual(
			refused(404, 'plan_row.missing')
		);
	}
});

test('R34: a plan of a site whose status has ended is only read', async () => {
	const { params, visitor, site } = await planned('lenobl');
	const { revision } = await visitor.must(getPlan, { params });
	world.at('2028-09-01T07:00:00Z');
	expect(await visitor.call(sendPlan, { params, body: { revision } })).toEqual(
		refused(409, 'site.not_active', { status: 'expired' })
	);
	const anew = await world.as(site.leader);
	const { can, rows } = await anew.must(getPlan, { params });
	expect([rows.length, Object.values(can).some(Boolean)]).toEqual([1, false]);
	world.at('2026-10-20T07:00:00Z');
});
