import * as contract from '@stazhirovka/contract/summaries';
import { outbox, summarySchedules } from '@stazhirovka/db/schema';
import type { SummaryDefinition } from '@stazhirovka/domain/summaries';
import { like } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { recorded } from '../../testing/records.ts';
import { refused, refusing } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { takeGrant } from '../accounts/index.ts';
import { keepFigures } from '../monitoring/index.ts';
import { sendSummaries } from './index.ts';

const definition: SummaryDefinition = {
	subject: 'site',
	measures: ['completion', 'plan_done'],
	period: { kind: 'school_year', back: 0 },
	comparison: 'none',
	filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
	sort: { by: 'title', order: 'up' },
	chart: 'none'
};

let world: World;
let coordinator: Visitor;
let leader: Visitor;
let params: { id: string };

beforeAll(async () => {
	world = await createWorld();
	await keepFigures(world.deps);
	coordinator = await world.as(world.coordinator);
	leader = await world.as(world.leader);
	params = await coordinator.must(contract.keepSummary, { body: { title: 'К совету', definition } });
	return world.close;
});

test('pressed twice it is kept once; another one under the same name is refused', async () => {
	const body = { title: 'К совету', definition };
	expect(await coordinator.must(contract.keepSummary, { body })).toEqual(params);
	expect(await recorded(world.db, 'summary.saved', [params.id])).toHaveLength(1);
	expect(
		await coordinator.call(contract.keepSummary, {
			body: { ...body, definition: { ...definition, chart: 'bars' } }
		})
	).toEqual(refused(409, 'summary.title_taken', { field: 'title' }));
});

test('a saving names the revision that it stands on: the later of two tabs is told', async () => {
	const body = { title: 'К совету', definition: { ...definition, comparison: 'previous' as const } };
	const save = (revision: number) =>
		coordinator.call(contract.saveSummary, { params, body: { ...body, revision } });
	expect(await save(0)).toEqual({ ok: true, value: { revision: 1 } });
	expect(await save(0)).toEqual(refused(409, 'summary.changed_meanwhile'));
	expect((await coordinator.must(contract.getSummary, { params })).definition.comparison).toBe('previous');
});

test('nobody sees a summary before it is shown, by person or by grant; numbers stay each reader’s own', async () => {
	const missing = refused(404, 'summary.missing');
	expect(await leader.call(contract.getSummary, { params })).toEqual(missing);
	const { audiences } = await coordinator.must(contract.getSummary, { params });
	expect(audiences.map(({ role }) => role)).toEqual(['leader', 'coordinator']);
	const audience = { role: 'leader' as const, regionId: audiences[0]!.regionId };
	await coordinator.must(contract.shareSummary, { params, body: audience });
	await coordinator.must(contract.shareSummary, { params, body: audience });

	const seen = await leader.must(contract.getSummary, { params });
	expect([seen.can, seen.shares, seen.audiences]).toEqual([{ change: false }, [], []]);
	expect((await leader.must(contract.listSummaries, {})).map(({ id, own }) => [id, own])).toEqual([
		[params.id, false]
	]);
	const { rows } = await leader.must(contract.getSummaryTable, {
		querystring: { definition: JSON.stringify(seen.definition) }
	});
	expect(rows.map(({ key }) => key)).toEqual([world.site.id]);
	const body = { title: 'Чужое', definition, revision: seen.revision };
	for (const answer of [
		await leader.call(contract.saveSummary, { params, body }),
		await leader.call(contract.removeSummary, { params }),
		await leader.call(contract.shareSummary, { params, body: audience })
	])
		expect(answer).toEqual(missing);

	const { shares } = await coordinator.must(contract.getSummary, { params });
	expect(shares).toHaveLength(1);
	await coordinator.must(contract.unshareSummary, { params: { ...params, shareId: shares[0]!.id } });
	expect(await leader.call(contract.getSummary, { params })).toEqual(missing);
});

test('a colleague is told by a letter; who may count nothing is no colleague', async () => {
	const share = (email: string) => coordinator.call(contract.shareSummary, { params, body: { email } });
	for (const email of [world.stranger.email, world.interns[0]!.email, 'nobody@nowhere.example'])
		expect(await share(email)).toEqual(refused(422, 'summary.no_such_colleague', { field: 'email' }));
	await share(world.leader.email);
	await share(world.leader.email);
	const letters = await world.db.select().from(outbox).where(like(outbox.subject, 'Вам показали%'));
	expect(letters.map(({ to }) => to)).toEqual([world.leader.email]);
	expect((await leader.must(contract.getSummary, { params })).title).toBe('К совету');

	const { shares } = await coordinator.must(contract.getSummary, { params });
	await coordinator.must(contract.unshareSummary, { params: { ...params, shareId: shares[0]!.id } });
	await share(world.leader.email);
	expect((await leader.must(contract.getSummary, { params })).title).toBe('К совету');
	expect(await world.db.$count(outbox, like(outbox.subject, 'Вам показали%'))).toBe(1);
});

test('a leader shows summaries to the coordinators of the region, never to all leaders', async () => {
	const own = await leader.must(contract.keepSummary, { body: { title: 'Наша площадка', definition } });
	const { audiences } = await leader.must(contract.getSummary, { params: own });
	expect(audiences.map(({ role }) => role)).toEqual(['coordinator']);
	const { regionId } = audiences[0]!;
	expect(
		await leader.call(contract.shareSummary, { params: own, body: { role: 'leader', regionId } })
	).toMatchObject(refusing(404, 'region.missing'));
	await leader.must(contract.shareSummary, { params: own, body: { role: 'coordinator', regionId } });
	expect((await coordinator.must(contract.getSummary, { params: own })).title).toBe('Наша площадка');
});

test('letters come on their days with the file, once among several processes, and end with the right to see', async () => {
	const sent = () => world.db.select().from(outbox).where(like(outbox.subject, 'Сводный отчёт:%'));
	const rhythm = { kind: 'weekly' as const, weekday: 3 };
	const schedule = { params, body: { rhythm, format: 'xlsx' as const } };
	expect(await leader.must(contract.scheduleSummary, schedule)).toEqual({ nextOn: '2027-01-20' });
	await sendSummaries(world.deps);
	expect(await sent()).toEqual([]);

	const onWednesday = { ...world.deps, now: () => new Date('2027-01-20T06:00:00Z') };
	await Promise.all([sendSummaries(onWednesday), sendSummaries(onWednesday)]);
	const [letter, ...more] = await sent();
	expect(more).toEqual([]);
	expect([letter?.to, letter?.attachmentName]).toEqual([world.leader.email, 'К совету.xlsx']);
	expect(letter?.attachment?.subarray(0, 2).toString()).toBe('PK');
	expect(letter?.text).toContain(`/summaries/${params.id}`);
	expect((await leader.must(contract.getSummary, { params })).schedule?.nextOn).toBe('2027-01-27');

	const scope = { kind: 'site' as const, id: world.site.id };
	const grant = { personId: world.leader.id, role: 'leader' as const, scope };
	await world.db.transaction((tx) => takeGrant(tx, { actor: null, now: world.deps.now }, grant));
	await sendSummaries({ ...world.deps, now: () => new Date('2027-01-27T06:00:00Z') });
	expect(await sent()).toHaveLength(1);
	expect(await world.db.select().from(summarySchedules)).toEqual([]);
});

test('a day that has passed is refused, and what is removed is gone with its letters', async () => {
	const once = (on: string) =>
		coordinator.call(contract.scheduleSummary, {
			params,
			body: { rhythm: { kind: 'once', on }, format: 'pdf' }
		});
	expect(await once('2027-01-18')).toEqual(refused(422, 'summary.day_past', { field: 'on' }));
	expect(await once('2027-02-01')).toEqual({ ok: true, value: { nextOn: '2027-02-01' } });
	await coordinator.must(contract.removeSummary, { params });
	expect(await coordinator.call(contract.getSummary, { params })).toEqual(refused(404, 'summary.missing'));
	expect(await world.db.select().from(summarySchedules)).toEqual([]);
});
