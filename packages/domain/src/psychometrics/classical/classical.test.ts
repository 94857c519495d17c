import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTITUDE } from '../example-attitude.ts';
import { LSAT } from '../example-lsat.ts';
import {
	cronbachAlpha,
	guttmanLambda6,
	itemAdvice,
	itemFigures,
	kr20,
	spearmanBrown,
	standardErrorOfMeasurement,
	standardisedAlpha,
	type Scores
} from '../index.ts';
import { totalsOf, variance } from './moments.ts';

const zeros = (count: number) => Array<number>(count).fill(0);

describe('attitude, as psych::alpha reckons it', () => {
	const figures = itemFigures(ATTITUDE, Array<number>(7).fill(100));

	test('the data are the published ones, by their means', () => {
		const means = [64.6333, 66.6, 53.1333, 56.3667, 64.6333, 74.7667, 42.9333];
		expect(ATTITUDE.length).toBe(30);
		figures.forEach((item, n) => expect(item.mean).toBeCloseTo(means[n]!, 4));
		expect(figures[0]!.difficulty).toBeCloseTo(0.646333, 6);
	});

	test('raw and standardised alpha, lambda-6', () => {
		expect(cronbachAlpha(ATTITUDE)).toBeCloseTo(0.8431427696, 9);
		expect(standardisedAlpha(ATTITUDE)).toBeCloseTo(0.839083803, 9);
		expect(guttmanLambda6(ATTITUDE)).toBeCloseTo(0.8752151374, 9);
	});

	test('item-rest correlations and alpha without each item', () => {
		const rest = [
			0.6712620572, 0.7421097102, 0.5607111115, 0.7144454981, 0.7862755938, 0.2650343392, 0.4608105495
		];
		const without = [0.8097602, 0.7969175, 0.8278478, 0.803031, 0.7953866, 0.8638723, 0.8404649];
		figures.forEach((item, n) => {
			expect(item.itemRest).toBeCloseTo(rest[n]!, 9);
			expect(item.alphaWithout).toBeCloseTo(without[n]!, 7);
		});
	});

	test('the standard error of measurement is the sd of totals times the root of what is unreliable', () => {
		const error = standardErrorOfMeasurement(ATTITUDE, 0.8431427696);
		expect(error).toBeCloseTo(Math.sqrt(variance(totalsOf(ATTITUDE)) * (1 - 0.8431427696)), 9);
		expect(standardErrorOfMeasurement(ATTITUDE, -0.3)).toBe(standardErrorOfMeasurement(ATTITUDE, 0));
	});
});

describe('items of 0 and 1', () => {
	const scores = LSAT as number[][];

	test('KR-20 is alpha, .295 for LSAT-6, and difficulties are the published shares', () => {
		expect(kr20(scores)).toBeCloseTo(cronbachAlpha(scores)!, 12);
		expect(kr20(scores)).toBeCloseTo(0.295, 3);
		expect(itemFigures(scores).map(({ difficulty }) => difficulty)).toEqual([
			0.924, 0.709, 0.553, 0.763, 0.87
		]);
	});

	test('a test twice as long', () => {
		expect(spearmanBrown(0.6, 2)).toBeCloseTo(0.75, 12);
		expect(spearmanBrown(0.75, 0.5)).toBeCloseTo(0.6, 12);
	});
});

test('what cannot be told is null: one item, no spread, nobody', () => {
	for (const scores of [[], [[1], [2]], [zeros(3), zeros(3)]] as Scores[]) {
		expect([cronbachAlpha(scores), standardisedAlpha(scores), guttmanLambda6(scores), kr20(scores)]).toEqual([
			...[null, null, null, null]
		]);
	}
	const [first, second] = itemFigures([
		[1, 2],
		[1, 5]
	]);
	expect([first?.itemRest, second?.itemRest, first?.alphaWithout]).toEqual([null, null, null]);
	// The third item is the sum of the others: nothing of it stands apart.
	const sum = [1, 2, 4, 3, 7].map((one, n) => [one, n * n, one + n * n]);
	expect(guttmanLambda6(sum)).toBeNull();
});

test('P11: figures do not depend on the order of persons; alpha not on that of items or on a common scale', () => {
	const table = fc.array(fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }), {
		minLength: 3,
		maxLength: 20
	});
	fc.assert(
		fc.property(table, (scores) => {
			const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));
			const alpha = cronbachAlpha(scores);
			expect(cronbachAlpha(scores.toReversed())).toEqual(close(alpha));
			expect(cronbachAlpha(scores.map((row) => row.toReversed().map((value) => 3 * value + 1)))).toEqual(
				close(alpha)
			);
			if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
			const turned = itemFigures(scores.toReversed());
			itemFigures(scores).forEach((item, n) => expect(turned[n]!.itemRest).toEqual(close(item.itemRest)));
		})
	);
});

test.each([
	[0.5, 0.4, 'keep', []],
	[0.5, 0.15, 'keep', []],
	[0.5, 0.149, 'review', ['hardly_with_others']],
	[0.5, 0, 'review', ['hardly_with_others']],
	[0.5, -0.001, 'remove', ['against_others']],
	[0.95, 0.3, 'keep', []],
	[0.951, 0.3, 'review', ['too_easy']],
	[0.1, 0.3, 'keep', []],
	[0.099, 0.1, 'review', ['hardly_with_others', 'too_hard']],
	[0.99, -0.2, 'remove', ['against_others', 'too_easy']]
] as const)('an item of difficulty %d and item-rest %d: %s %j', (difficulty, itemRest, advice, flags) => {
	expect(itemAdvice({ difficulty, itemRest, sd: 0.4 })).toEqual({ advice, flags });
});

test('an item with the same answer of everybody is to be looked at', () => {
	expect(itemAdvice({ difficulty: 1, itemRest: null, sd: 0 })).toEqual({
		advice: 'review',
		flags: ['always_same', 'too_easy']
	});
});
