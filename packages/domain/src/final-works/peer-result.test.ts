import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peer } from '../golden/adhd.ts';
import scenario from '../golden/scenario-adhd.json' with { type: 'json' };
import type { PeerRules } from '../programmes/rules.ts';
import { peerResult } from './index.ts';

test.each(scenario.peer_review)('R117: golden reviews of the work of $author', ({ reviews, expected }) => {
	expect(peerResult(peer, reviews)).toEqual({
		medians: expected.medians,
		total: expected.total,
		sums: expected.sums,
		spread: expected.spread,
		passed: expected.passed,
		needsModeration: expected.needs_moderation,
		enoughReviews: expected.enough_reviews
	});
});

test('R117: two reviews give the mean of each pair, not rounded', () => {
	expect(peerResult(peer, [review(2, 1, 2, 2, 0, 1), review(3, 2, 2, 1, 1, 2)])).toEqual({
		medians: {
			awareness: 2.5,
			conditions: 1.5,
			completeness: 2,
			technology: 1.5,
			effectiveness: 0.5,
			reflection: 1.5
		},
		total: 9.5,
		sums: [8, 11],
		spread: 3,
		passed: false,
		needsModeration: true,
		enoughReviews: true
	});
});

test('R117: the sum of the medians is not the median of the sums', () => {
	const result = peerResult(peer, [
		review(3, 0, 3, 0, 3, 0),
		review(0, 3, 0, 3, 0, 3),
		review(3, 3, 3, 3, 3, 3)
	]);
	expect([result.total, result.sums, result.spread]).toEqual([18, [9, 9, 18], 9]);
});

test.each([
	['ten is enough', [2, 2, 2, 2, 1, 1], true, false],
	['nine and a half is not', [2, 2, 2, 2, 1, 0.5], false, true],
	['a zero fails whatever the sum', [3, 3, 3, 3, 3, 0], false, true]
])('R117: %s', (_, scores, passed, needsModeration) => {
	const same = review(...scores);
	expect(peerResult(peer, [same, same, same])).toMatchObject({ passed, needsModeration, spread: 0 });
});

test.each([
	[[3, 3, 3, 3, 3, 2], 5, false],
	[[3, 3, 3, 3, 3, 3], 6, true],
	[[1, 1, 1, 1, 1, 1], 6, true],
	[[1, 1, 1, 1, 1, 2], 5, false]
])(
	'R117: beside two reviews of 12 points a third of %j differs by %i: moderation %s',
	(scores, spread, needsModeration) => {
		const usual = review(2, 2, 2, 2, 2, 2);
		expect(peerResult(peer, [usual, review(...scores), usual])).toMatchObject({
			spread,
			passed: true,
			needsModeration
		});
	}
);

test('R117: without reviews there is nothing to judge by; one review is not enough', () => {
	expect(peerResult(peer, [])).toEqual({
		medians: null,
		total: null,
		sums: [],
		spread: null,
		passed: false,
		needsModeration: true,
		enoughReviews: false
	});
	expect(peerResult(peer, [review(2, 2, 2, 2, 2, 2)])).toMatchObject({
		total: 12,
		spread: 0,
		passed: true,
		needsModeration: false,
		enoughReviews: false
	});
});

test('R117: a review that misses a criterion is not counted', () => {
	const { reflection: _, ...half } = review(3, 3, 3, 3, 3, 3).scores;
	expect(peerResult(peer, [review(2, 2, 2, 2, 2, 2), { scores: half }])).toMatchObject({
		sums: [12],
		enoughReviews: false
	});
});

test('R117: a programme may moderate by the spread alone and allow zeros', () => {
	const rules: PeerRules = { ...peer, moderateBelowThreshold: false, noZeroCriterion: false };
	const low = review(1, 1, 1, 1, 1, 0);

	expect(peerResult(rules, [low, low])).toMatchObject({ passed: false, needsModeration: false });
	expect(peerResult(rules, [review(3, 3, 3, 3, 3, 0), review(3, 3, 3, 3, 3, 0)])).toMatchObject({
		passed: true
	});
});

test('R117: the order of reviews changes only the order of sums, and medians lie within the scores', () => {
	const scores = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });

	fc.assert(
		fc.property(fc.array(scores, { minLength: 1, maxLength: 7 }), (sheets) => {
			const reviews = sheets.map((sheet) => review(...sheet));
			const result = peerResult(peer, reviews);

			expect({ ...peerResult(peer, reviews.toReversed()), sums: result.sums }).toEqual(result);
			peer.criteria.forEach((key, n) => {
				const given = sheets.map((sheet) => sheet[n] ?? 0);
				const below = given.filter((score) => score < (result.medians?.[key] ?? 0)).length;
				const above = given.filter((score) => score > (result.medians?.[key] ?? 0)).length;
				expect(Math.max(below, above)).toBeLessThanOrEqual(given.length / 2);
			});
		})
	);
});

function review(...scores: number[]) {
	return { scores: Object.fromEntries(peer.criteria.map((key, n) => [key, scores[n] ?? 0])) };
}
