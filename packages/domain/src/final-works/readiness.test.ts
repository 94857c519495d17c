import { expect, test } from 'vitest';
import { checkAllocation, obstacles, openingRefusal } from './index.ts';

test.each([
	[{ tasksSent: false, effectivenessCardPosted: false }, { code: 'final_work.tasks_not_sent' }],
	[{ tasksSent: true, effectivenessCardPosted: false }, { code: 'final_work.effectiveness_card_missing' }],
	[{ tasksSent: true, effectivenessCardPosted: true }, null]
])('R107, R111: with %o the final work is refused with %o', (facts, refusal) => {
	expect(openingRefusal(facts)).toEqual(refusal);
});

test('R117: a work that nobody was asked to review stands in the way of the results', () => {
	const done = { id: 'w1', state: 'in_review', reviewsClosed: true, outcome: 'passed' } as const;
	const late = { id: 'w2', state: 'published', reviewsClosed: true, outcome: 'undecided' } as const;

	expect(obstacles({ announced: false, works: [done, late] })).toEqual([
		{ code: 'results.not_allocated', details: { work: 'w2' } }
	]);
	expect(obstacles({ announced: false, works: [done] })).toEqual([]);
	expect(obstacles({ announced: true, works: [done, late] })).toEqual([
		{ code: 'results.already_announced' }
	]);
});

test('R115: an allocation needs one work more than the reviews that each must give and get', () => {
	const rules = { minReceived: 2, minGiven: 2 };

	expect(checkAllocation(rules, { works: 2, fresh: 2 })).toEqual({
		ok: false,
		refusal: { code: 'allocation.too_few_works', details: { works: 2, least: 3 } }
	});
	expect(checkAllocation(rules, { works: 3, fresh: 3 })).toEqual({ ok: true, value: undefined });
	expect(checkAllocation(rules, { works: 3, fresh: 0 })).toEqual({
		ok: false,
		refusal: { code: 'allocation.nothing_new', details: { works: 3, least: 3 } }
	});
});
