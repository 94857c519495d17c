import * as contract from '@stazhirovka/contract/diagnostics';
import { getForm, saveForm } from '@stazhirovka/contract/forms';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answersOf, Learner, MASTERY, newLearner } from '../../../testing/learner.ts';
import { recorded } from '../../../testing/records.ts';
import { refused, refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { closeOverdue } from '../index.ts';

const RULES = { minutes: 30, attempts: 1, counts: 'last', randomOrder: false, exit: false } as const;
const LAST_SECOND = '2027-01-18T07:29:59.999Z';
const END = '2027-01-18T07:30:00Z';

let world: World;
beforeAll(async () => {
	world = await createWorld();
	return world.close;
});
beforeEach(() => world.at('2027-01-18T07:00:00Z'));
afterEach(() => set({ ...RULES, minutes: null }));

async function set(rules: Partial<Record<keyof typeof RULES, unknown>>) {
	const leader = await world.as(world.leader);
	const body = { ...RULES, ...rules } as never;
	return leader.call(contract.setDiagnosisRules, { params: { id: world.cohort.id }, body });
}

const ask = ({ intern, params }: Learner) => intern.must(contract.getDiagnosis, { params, querystring: {} });
const begin = ({ intern, params }: Learner) =>
	intern.call(contract.beginDiagnosis, { params, body: { stage: 'entry' } });

function save({ intern, params }: Learner, revision: number, answer: object, occasion?: string) {
	const address = { params: { ...params, key: 'diagnostic' }, querystring: { occasion } };
	return intern.call(saveForm, { ...address, body: { revision, answer: answer as never } });
}

function hand({ intern, params }: Learner, revision: number, answer: object, occasion = '') {
	return intern.call(contract.finishDiagnosis, {
		params,
		body: { revision, answer: answer as never, occasion }
	});
}

test('R123: without rules the diagnosis is taken as it always was', async () => {
	const learner = await newLearner(world);
	expect(await ask(learner)).toMatchObject({
		rules: { ...RULES, minutes: null },
		attempts: [],
		current: { occasion: '', endsAt: null, secondsLeft: null, sheet: { can: { save: true } } },
		can: { begin: false }
	});
	expect(await begin(learner)).toEqual(refused(409, 'diagnosis.needs_no_beginning'));
	expect(await hand(learner, 0, MASTERY)).toMatchObject({ ok: true });
	expect(await ask(learner)).toMatchObject({
		attempts: [{ number: 1, startedAt: null, closedBy: 'person', percent: 100, counts: true }],
		current: null,
		reason: { code: 'diagnosis.no_attempts' }
	});
});

test('R123: with a clock nothing is shown, saved or sent before it was started', async () => {
	await set(RULES);
	const learner = await newLearner(world);
	expect(await ask(learner)).toMatchObject({ current: null, can: { begin: true } });
	const form = { params: { ...learner.params, key: 'diagnostic' }, querystring: {} };
	for (const answer of [
		await learner.intern.call(getForm, form),
		await save(learner, 0, MASTERY),
		await hand(learner, 0, MASTERY)
	])
		expect(answer).toEqual(refused(409, 'diagnosis.not_begun'));
});

test('R123: the clock is the service’s: another device has the time that is left, a second «begin» starts nothing', async () => {
	await set(RULES);
	const learner = await newLearner(world);
	expect(await begin(learner)).toMatchObject({ value: { current: { secondsLeft: 1800, sheet: {} } } });
	await save(learner, 0, { 'D1-K': 'a' });

	world.at('2027-01-18T07:20:00Z');
	const other = await world.as({ id: (await ask(learner)).intern.id });
	const elsewhere = new Learner(other, learner.tutor, learner.enrolmentId);
	const both = await Promise.all([begin(elsewhere), begin(elsewhere)]);
	for (const answer of both)
		expect(answer).toMatchObject({
			value: {
				current: {
					endsAt: '2027-01-18T07:30:00.000Z',
					secondsLeft: 600,
					sheet: { revision: 1, answer: { 'D1-K': 'a' } }
				}
			}
		});
	expect(await recorded(world.db, 'diagnosis.begun', [learner.enrolmentId])).toHaveLength(1);
});

test('R123: a moment before the end is in time; at the end what was saved counts, and the card is built from it', async () => {
	await set(RULES);
	const [inTime, late] = [await newLearner(world), await newLearner(world)];
	for (const learner of [inTime, late]) {
		await begin(learner);
		await save(learner, 0, MASTERY);
	}
	world.at(LAST_SECOND);
	expect(await hand(inTime, 1, answersOf('t-1'))).toMatchObject({ ok: true });

	world.at(END);
	expect(await save(late, 1, answersOf('t-1'))).toEqual(refused(409, 'diagnosis.time_over'));
	expect(await hand(late, 1, answersOf('t-1'))).toEqual(refused(409, 'diagnosis.time_over'));
	expect(await ask(late)).toMatchObject({
		current: null,
		attempts: [{ closedBy: 'time', percent: 100, counts: true, endsAt: '2027-01-18T07:30:00.000Z' }]
	});
	const { rows } = await late.intern.must(contract.getDeficitCard, { params: late.params });
	expect(rows.every(({ level }) => level === 'none')).toBe(true);
	expect(await recorded(world.db, 'diagnosis', [late.enrolmentId])).toEqual([
		expect.objectContaining({ kind: 'diagnosis.begun' }),
		{ kind: 'diagnosis.time_over', actorId: null, data: { occasion: '' } }
	]);
});

test('R123: whoever does not come back is closed by the worker, once; with too little answered there is no card', async () => {
	await set(RULES);
	const [gone, silent] = [await newLearner(world), await newLearner(world)];
	for (const learner of [gone, silent]) await begin(learner);
	await save(gone, 0, MASTERY);

	world.at(LAST_SECOND);
	expect(await closeOverdue(world.deps)).toBe(false);
	world.at(END);
	await Promise.all([closeOverdue(world.deps), closeOverdue(world.deps)]);
	expect(await closeOverdue(world.deps)).toBe(false);

	expect(await gone.tutor.must(contract.getDeficitCard, { params: gone.params })).toMatchObject({
		unanswered: 0
	});
	expect(await silent.tutor.call(contract.getDeficitCard, { params: silent.params })).toEqual(
		refused(404, 'deficit_card.missing')
	);
	expect(await ask(silent)).toMatchObject({ attempts: [{ closedBy: 'time', percent: null, counts: false }] });
	expect(await recorded(world.db, 'diagnosis.time_over', [gone.enrolmentId])).toHaveLength(1);
});

test('R123: the tutor gives one person more time, with a reason, also under way; nobody else does', async () => {
	await set(RULES);
	const learner = await newLearner(world);
	const { tutor, intern, params } = learner;
	const more = { minutes: 15, attempts: 0, reason: 'Читает с экранной лупой' };
	await begin(learner);

	expect(await tutor.call(contract.allowDiagnosis, { params, body: { ...more, reason: 'надо' } })).toEqual(
		refused(422, 'diagnosis.reason_missing', { least: 10 })
	);
	expect(await intern.call(contract.allowDiagnosis, { params, body: more })).toEqual(
		refused(403, 'forbidden')
	);
	await tutor.must(contract.allowDiagnosis, { params, body: more });
	expect(await ask(learner)).toMatchObject({
		extra: more,
		current: { endsAt: '2027-01-18T07:45:00.000Z' }
	});
	expect(await tutor.call(contract.allowDiagnosis, { params, body: { ...more, minutes: 5 } })).toEqual(
		refused(409, 'diagnosis.less_under_way')
	);
	expect(await recorded(world.db, 'diagnosis.allowed', [learner.enrolmentId])).toEqual([
		{ kind: 'diagnosis.allowed', actorId: world.tutor.id, data: { minutes: 15, attempts: 0 } }
	]);
	world.at('2027-01-18T07:44:59Z');
	expect(await hand(learner, 0, MASTERY)).toMatchObject({ ok: true });
});

test('R91: of two attempts the best one counts where the leader says so; the first sheet stays', async () => {
	await set({ minutes: null, attempts: 2, counts: 'best' });
	const learner = await newLearner(world);
	await hand(learner, 0, MASTERY);
	expect(await ask(learner)).toMatchObject({ current: null, can: { begin: true } });
	await begin(learner);
	await save(learner, 0, answersOf('t-1'), 'attempt-2');
	expect(
		await learner.intern.call(contract.signDeficitCard, { params: learner.params, body: { revision: 1 } })
	).toEqual(refused(409, 'diagnosis.attempt_open'));
	await hand(learner, 1, answersOf('t-1'), 'attempt-2');

	expect((await ask(learner)).attempts.map(({ number, counts }) => [number, counts])).toEqual([
		[1, true],
		[2, false]
	]);
	const card = await learner.intern.must(contract.getDeficitCard, { params: learner.params });
	expect([card.revision, card.rows[0]?.level]).toEqual([1, 'none']);
	expect(await set({ minutes: null, attempts: 2, counts: 'last' })).toMatchObject(
		refusing(409, 'diagnosis.counts_in_use')
	);
	await learner.sign();
	expect(await begin(learner)).toEqual(refused(409, 'diagnosis.no_attempts'));
	await learner.tutor.must(contract.allowDiagnosis, {
		params: learner.params,
		body: { minutes: 0, attempts: 1, reason: 'Отключился свет в школе' }
	});
	expect(await begin(learner)).toEqual(refused(409, 'diagnosis.card_signed'));
});

test('R90: a drawn order stays for its attempt and changes no points', async () => {
	await set({ randomOrder: true, attempts: 1, counts: 'best' });
	const orders = new Set<string>();
	for (let n = 0; n < 3; n++) {
		const learner = await newLearner(world);
		await begin(learner);
		const keysOf = async () =>
			(await ask(learner)).current!.sheet!.definition.sections.flatMap(({ fields }) =>
				fields.map(({ key }) => key)
			);
		const keys = await keysOf();
		expect(await keysOf()).toEqual(keys);
		orders.add(keys.join());
		const card = await hand(learner, 0, answersOf('t-1'));
		expect(card.ok && card.value.rows[0]).toMatchObject({ level: 'expressed' });
	}
	expect(orders.size).toBe(3);
});
