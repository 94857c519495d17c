import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENROLMENT_STATES } from '../cohorts/index.ts';
import { decideOrder, mastered, ORDER_KINDS, readiness, type LearnerOfCohort } from './index.ts';

const anna: LearnerOfCohort = {
	id: 'anna',
	state: 'confirmed',
	complete: false,
	attested: null,
	namedIn: []
};
const cohortOf = (...learners: LearnerOfCohort[]) => ({ learners, announced: true, asksForProtocol: true });
const only = (id: string) => ({ learners: [id], expelled: [], reason: '' });

test('R65: an order takes in whoever is confirmed and in no order yet; later ones get an additional order', () => {
	const boris = { ...anna, id: 'boris', namedIn: ['order_enrol' as const] };

	expect(readiness('order_enrol', cohortOf(anna, boris)).ready).toEqual(['anna']);
	expect(readiness('order_enrol', cohortOf(boris)).block).toBe('orders.all_named');
	expect(readiness('order_enrol', cohortOf({ ...anna, state: 'applied' })).block).toBe(
		'orders.nobody_confirmed'
	);
});

test('X21: minutes name whoever has an announced result', () => {
	const judged = { ...anna, attested: false };

	expect(readiness('protocol', { ...cohortOf(judged), announced: false }).block).toBe('orders.not_announced');
	expect(readiness('protocol', cohortOf(judged, { ...anna, id: 'boris' }))).toMatchObject({
		ready: ['anna'],
		waiting: [{ id: 'boris', code: 'orders.not_attested' }]
	});
});

test('X21: an order of the end stands on the order of enrolment and on the minutes', () => {
	const complete = { ...anna, complete: true, attested: true };
	const enrolled = { ...complete, namedIn: ['order_enrol' as const] };
	const judged = { ...complete, namedIn: ['order_enrol' as const, 'protocol' as const] };

	expect(readiness('order_finish', cohortOf(complete)).block).toBe('orders.not_enrolled');
	expect(readiness('order_finish', cohortOf(enrolled)).block).toBe('orders.protocol_first');
	expect(readiness('order_finish', { ...cohortOf(enrolled), asksForProtocol: false }).ready).toEqual([
		'anna'
	]);
	expect(readiness('order_finish', cohortOf(judged)).ready).toEqual(['anna']);
});

test('R65: whoever leaves without completing is named with a reason, and a correction forgets nobody', () => {
	const leaving = { ...anna, namedIn: ['order_enrol' as const] };
	const gone = { ...leaving, id: 'boris', state: 'expelled' as const };
	const choice = { learners: [], expelled: ['anna'], reason: ' ' };

	expect(readiness('order_finish', cohortOf(leaving)).leaving).toEqual(['anna']);
	expect(decideOrder('order_finish', cohortOf(leaving), choice)).toEqual({
		ok: false,
		refusal: { code: 'orders.reason_missing' }
	});
	expect(decideOrder('order_finish', cohortOf(leaving), { ...choice, reason: 'по заявлению' }).ok).toBe(true);
	expect(decideOrder('order_finish', cohortOf(leaving, gone), { ...choice, reason: 'по заявлению' })).toEqual(
		{
			ok: false,
			refusal: { code: 'orders.left_out' }
		}
	);
});

test('X21: nobody stands in two papers of a kind that stand, and everybody held is ready, waits or is named', () => {
	const learner = fc.record({
		state: fc.constantFrom(...ENROLMENT_STATES),
		complete: fc.boolean(),
		attested: fc.option(fc.boolean()),
		namedIn: fc.subarray([...ORDER_KINDS])
	});
	const cohort = fc.record({
		learners: fc.array(learner, { maxLength: 6 }).map((all) => all.map((one, n) => ({ ...one, id: `${n}` }))),
		announced: fc.boolean(),
		asksForProtocol: fc.boolean()
	});

	fc.assert(
		fc.property(cohort, fc.constantFrom('order_enrol', 'protocol', 'order_finish'), (given, kind) => {
			const { ready, leaving, waiting, block } = readiness(kind, given);
			const named = given.learners.filter(({ namedIn }) => namedIn.includes(kind)).map(({ id }) => id);
			const all = [...ready, ...leaving, ...waiting.map(({ id }) => id)];

			expect(all.filter((id) => named.includes(id))).toEqual([]);
			expect(new Set([...ready, ...waiting.map(({ id }) => id)]).size).toBe(ready.length + waiting.length);
			expect(block === null).toBe(ready.length + leaving.length > 0);
			for (const id of named) expect(decideOrder(kind, given, only(id)).ok).toBe(false);
		})
	);
});

test('R158: minutes of a finished module count whole, of another only those of the steps that were done', () => {
	const step = (minutes: number | null, done: boolean) => ({ minutes, done });

	expect(
		mastered([
			{ title: 'Практикум', minutes: 180, steps: [step(30, true), step(null, true)] },
			{ title: 'Работа', minutes: 60, steps: [step(50, true), step(50, true), step(10, false)] },
			{ title: 'Итог', minutes: 90, steps: [] }
		])
	).toEqual([
		{ title: 'Практикум', minutes: 180, of: 180 },
		{ title: 'Работа', minutes: 60, of: 60 },
		{ title: 'Итог', minutes: 0, of: 90 }
	]);
});

test('R65: the days of a cohort are ordered whoever is in it, and those who have left are not participants', () => {
	const gone = { ...anna, id: 'boris', state: 'expelled' as const };
	const named = { ...anna, namedIn: ['order_dates' as const] };
	expect(readiness('order_dates', cohortOf())).toEqual({ ready: [], leaving: [], waiting: [], block: null });
	expect(readiness('order_dates', cohortOf(named, gone)).ready).toEqual(['anna']);
	expect(decideOrder('order_dates', cohortOf(), { learners: [], expelled: [], reason: '' }).ok).toBe(true);
	expect(decideOrder('order_dates', cohortOf(gone), only('boris')).ok).toBe(false);
});
