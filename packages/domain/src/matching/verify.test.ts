import { expect, test } from 'vitest';
import { allocate, verify, type Allocation, type AllocationInput } from './index.ts';

const people = ['a', 'b', 'c', 'd'].map((id, n) => ({ id, organisation: n < 2 ? 'one' : 'two' }));
const input: AllocationInput = {
	works: people.map(({ id, organisation }) => ({ id: `work ${id}`, author: id, organisation })),
	reviewers: people,
	perWork: 2,
	seed: 3
};
const good = allocate(input);
const shortage = { organisations: [], worksInAll: 4, reviewers: 1, each: 1 };

test('R115: a right allocation has no fault', () => {
	expect(verify(input, good)).toEqual({ faults: [], loads: { least: 2, most: 2 } });
});

test.each<[string, Partial<AllocationInput>, (pairs: Allocation['pairs']) => Partial<Allocation>]>([
	['own_work', {}, (pairs) => ({ pairs: [{ reviewer: 'a', work: 'work a' }, ...pairs.slice(1)] })],
	['unknown', {}, (pairs) => ({ pairs: [{ reviewer: 'z', work: 'work a' }, ...pairs.slice(1)] })],
	['repeated', {}, (pairs) => ({ pairs: [...pairs, ...pairs.slice(0, 1)] })],
	['too_many', {}, (pairs) => ({ pairs: [...pairs, { reviewer: 'b', work: 'work a' }] })],
	['shortage_unreported', {}, (pairs) => ({ pairs: pairs.slice(1) })],
	[
		'colleague_unreported',
		{},
		(pairs) => ({ pairs: [{ reviewer: 'b', work: 'work a' }, ...pairs.slice(1)] })
	],
	['overloaded', { reviewers: people.map((one) => ({ ...one, most: 1 })) }, (pairs) => ({ pairs })],
	['miscounted', {}, () => ({ islands: 5 })],
	['miscounted', {}, () => ({ reciprocal: 9 })],
	[
		'deficit_unproven',
		{},
		() => ({ deficit: { ...shortage, works: ['work a'], needed: 2, exist: 1, missing: 1 } })
	],
	['forbidden', { forbidden: good.pairs.slice(0, 1) }, (pairs) => ({ pairs })],
	['fixed_lost', { fixed: [{ reviewer: 'b', work: 'work a' }] }, (pairs) => ({ pairs })]
])('R115: %s is found', (code, change, break_) => {
	const { faults } = verify({ ...input, ...change }, { ...good, ...break_(good.pairs) });
	expect(faults.map((fault) => fault.code)).toContain(code);
});

test('R115: a shortage that does not exist is found too', () => {
	const { faults } = verify(input, { ...good, short: [{ work: 'work a', missing: 1 }] });
	expect(faults).toEqual([{ code: 'shortage_unreported', work: 'work a' }]);
});
