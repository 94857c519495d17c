import * as contract from '@stazhirovka/contract/learning-routes';
import { learningRoutes } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

const REASON = 'Класс уже ведёт чек-листы';

async function planned(person = 't-1'): Promise<Learner> {
	const learner = await newLearner(world);
	await learner.diagnose(answersOf(person));
	await learner.sign();
	return learner;
}

function read(learner: Learner, visitor: Visitor = learner.intern) {
	return visitor.must(contract.getLearningRoute, { params: learner.params });
}

async function change(
	learner: Learner,
	visitor: Visitor,
	tasks: string[],
	rest: Record<string, unknown> = {}
) {
	const items = tasks.map((task, place) => ({ task, dueOn: `2027-02-0${place + 1}` }));
	const body = { revision: 1, items, ...rest };
	return visitor.call(contract.changeLearningRoute, { params: learner.params, body });
}

function propose(learner: Learner, revision = 1) {
	return learner.intern.call(contract.proposeLearningRoute, { params: learner.params, body: { revision } });
}

function agree(learner: Learner, revision = 1) {
	return learner.tutor.call(contract.agreeLearningRoute, { params: learner.params, body: { revision } });
}

async function journalOf(learner: Learner) {
	const [route] = await world.db
		.select({ id: learningRoutes.id })
		.from(learningRoutes)
		.where(eq(learningRoutes.enrolmentId, learner.enrolmentId));
	return recorded(world.db, 'learning_route', [route!.id]);
}

const PROPOSED = ['T01', 'T04', 'T08', 'T10', 'T12'];

test('R94 the intern sets dates without a reason; other tasks need one', async () => {
	const learner = await planned();

	expect(await change(learner, learner.intern, PROPOSED)).toMatchObject({
		ok: true,
		value: { revision: 2, changedByHand: false, changeReason: null }
	});
	const tasks = ['T01', 'T05', 'T08', 'T10', 'T12'];
	expect(await change(learner, learner.intern, tasks, { revision: 2, reason: 'хочу' })).toEqual(
		refused(422, 'learning_route.reason_missing', { least: 10 })
	);

	const changed = await change(learner, learner.intern, tasks, { revision: 2, reason: REASON });
	expect(changed).toMatchObject({
		ok: true,
		value: { revision: 3, changedByHand: true, changeReason: REASON, notCoveredAsPrimary: ['D2', 'D4'] }
	});
	expect(changed.ok && changed.value.items[1]).toMatchObject({ task: 'T05', why: null, dueOn: '2027-02-02' });
	expect((await journalOf(learner)).map(({ kind, data }) => [kind, data])).toEqual([
		['learning_route.planned', {}],
		['learning_route.changed', { by: 'intern', byHand: false, reason: null }],
		['learning_route.changed', { by: 'intern', byHand: true, reason: REASON }]
	]);

	const back = await change(learner, learner.intern, PROPOSED, { revision: 3 });
	expect(back).toMatchObject({ ok: true, value: { changedByHand: false, changeReason: null } });
});

test('R94 every fault of a changed route is named with its place', async () => {
	const learner = await planned();
	const items = [
		{ task: 'T01', dueOn: '2027-02-10' },
		{ task: 'T01', dueOn: '2027-02-09' },
		{ task: 'T99', dueOn: '2027-03-01' }
	];
	const body = { revision: 1, items, reason: REASON };

	expect(await learner.intern.call(contract.changeLearningRoute, { params: learner.params, body })).toEqual(
		refused(422, 'learning_route.doubled_task', {
			faults: [
				{ code: 'learning_route.doubled_task', position: 2, task: 'T01' },
				{ code: 'learning_route.dates_not_ascending', position: 2, task: 'T01' },
				{ code: 'learning_route.unknown_task', position: 3, task: 'T99' },
				{ code: 'learning_route.date_outside_period', position: 3, task: 'T99' }
			]
		})
	);
});

test('R96 proposed, returned with a remark, proposed again and agreed', async () => {
	const learner = await planned();
	await propose(learner);
	const turn = (remark: string) =>
		learner.tutor.call(contract.returnLearningRoute, {
			params: learner.params,
			body: { revision: 1, remark }
		});

	expect(await turn('нет')).toEqual(refused(422, 'learning_route.remark_missing', { least: 10 }));
	expect(await turn('Сдвиньте сроки на неделю')).toMatchObject({
		ok: true,
		value: { state: 'returned', remark: 'Сдвиньте сроки на неделю' }
	});
	await change(learner, learner.intern, PROPOSED);
	expect(await agree(learner, 2)).toEqual(refused(409, 'learning_route.not_now'));
	await propose(learner, 2);
	expect(await agree(learner, 2)).toMatchObject({
		ok: true,
		value: { state: 'agreed', remark: null, agreedAt: '2027-01-18T07:00:00.000Z' }
	});
	expect((await read(learner)).items.map(({ state }) => state)).toEqual([
		'open',
		'locked',
		'locked',
		'locked',
		'locked'
	]);
	expect((await journalOf(learner)).map(({ kind }) => kind)).toEqual([
		'learning_route.planned',
		'learning_route.proposed',
		'learning_route.returned',
		'learning_route.changed',
		'learning_route.proposed',
		'learning_route.agreed'
	]);
});

test('R94 after the agreement only the tutor changes the route, with a reason, and sent tasks stay in it', async () => {
	const learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	await learner.send('T01');

	expect(await change(learner, learner.intern, PROPOSED, { reason: REASON })).toEqual(
		refused(409, 'learning_route.not_now')
	);
	expect(await change(learner, learner.tutor, PROPOSED)).toEqual(
		refused(422, 'learning_route.reason_missing', { least: 10 })
	);
	expect(await change(learner, learner.tutor, PROPOSED.slice(1), { reason: REASON })).toEqual(
		refused(422, 'learning_route.started_task_missing', {
			faults: [{ code: 'learning_route.started_task_missing', position: null, task: 'T01' }]
		})
	);
	expect(await change(learner, learner.tutor, PROPOSED.slice(0, 4), { reason: REASON })).toMatchObject({
		ok: true,
		value: { state: 'agreed', revision: 2, changedByHand: true, changeReason: REASON }
	});
	expect((await journalOf(learner)).at(-1)).toEqual({
		kind: 'learning_route.revised',
		actorId: world.tutor.id,
		data: { by: 'tutor', byHand: true, reason: REASON }
	});
});

test('two people who change the route at once: one wins, the other is told what is stored', async () => {
	const learner = await planned();

	const answers = await Promise.all([
		change(learner, learner.intern, PROPOSED.slice(1), { reason: REASON }),
		change(learner, learner.tutor, PROPOSED.slice(0, 4), { reason: REASON })
	]);

	expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toEqual(
		refused(409, 'learning_route.changed_meanwhile', { revision: 2 })
	);
});

test('a route is agreed once by two clicks at the same moment', async () => {
	const learner = await planned();
	await propose(learner);

	const clicks = await Promise.all([agree(learner), agree(learner)]);

	expect(clicks).toMatchObject([{ ok: true, value: { state: 'agreed' } }, { ok: true }]);
	expect((await journalOf(learner)).filter(({ kind }) => kind === 'learning_route.agreed')).toHaveLength(1);
});
