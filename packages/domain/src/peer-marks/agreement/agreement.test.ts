import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, intraclass, krippendorff, oneWayIntraclass, type Metric } from '../index.ts';

/** Krippendorff's own example: four observers, twelve units, `.` is missing; the last unit has one value. */
const UNITS = unitsOf(
	'1 2 3 3 2 1 4 1 2 . . .',
	'1 2 3 3 2 2 4 1 2 5 . 3',
	'. 3 3 3 2 3 4 2 2 5 1 .',
	'1 2 3 3 2 4 4 1 2 5 1 .'
);
/** The table of Shrout and Fleiss (1979). */
const TABLE = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7]
];

function unitsOf(...observers: string[]): number[][] {
	const rows = observers.map((row) => row.split(' '));
	return (rows[0] ?? []).map((_, unit) =>
		rows.flatMap((row) => (row[unit] === '.' ? [] : [Number(row[unit])]))
	);
}

describe('Krippendorff’s alpha', () => {
	test.each<[Metric, number]>([
		['nominal', 0.7434210526],
		['ordinal', 0.8153875038],
		['interval', 0.8491071429],
		['ratio', 0.7974027747]
	])('of the published example is, %s, %d', (metric, alpha) => {
		expect(krippendorff(UNITS, metric)).toBeCloseTo(alpha, 9);
	});

	test('is 1 for full agreement, below nought where observers contradict each other, and not told for one value', () => {
		expect(
			krippendorff(
				[
					...[
						[1, 1],
						[2, 2]
					],
					[3, 3, 3]
				],
				'ordinal'
			)
		).toBe(1);
		expect(
			krippendorff(
				[
					...[
						[1, 2],
						[2, 1]
					]
				],
				'nominal'
			)
		).toBe(-0.5);
		expect(krippendorff([[2, 2], [2]], 'interval')).toBeNull();
		expect(krippendorff([[2], [3]], 'nominal')).toBeNull();
	});

	test('P11: units and observers may come in any order; a unit with one value changes nothing', () => {
		const unit = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 });
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (units, lonely) => {
				for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
					const alpha = krippendorff(units, metric);
					const turned = krippendorff(
						[[lonely], ...units.map((each) => each.toReversed())].toReversed(),
						metric
					);
					expect(turned).toEqual(alpha === null ? null : expect.closeTo(alpha, 12));
					expect((alpha ?? 0) <= 1).toBe(true);
				}
			})
		);
	});
});

describe('intraclass correlation', () => {
	test('mean squares of the published table', () => {
		const { squares, f } = intraclass(TABLE)!;
		expect(squares.between).toBeCloseTo(11.2416667, 7);
		expect(squares.within).toBeCloseTo(6.2638889, 7);
		expect(squares.judges).toBeCloseTo(32.4861111, 7);
		expect(squares.rest).toBeCloseTo(1.0194444, 7);
		expect(f.twoWay).toBeCloseTo(11.027248, 6);
	});

	test('the six coefficients of the published table', () => {
		const { single, average } = intraclass(TABLE)!;
		const values = [single, average].flatMap(({ oneWay, random, fixed }) => [oneWay, random, fixed]);
		const published = [0.1657418, 0.2897638, 0.7148407, 0.4427971, 0.6200505, 0.9093155];
		values.forEach(({ value }, n) => expect(value).toBeCloseTo(published[n] ?? 0, 7));
	});

	test('F, p and all six intervals, as psych::ICC prints them for that table', () => {
		const { single, average, f, p } = intraclass(TABLE)!;
		expect([f.oneWay, f.twoWay]).toEqual([expect.closeTo(1.794678, 6), expect.closeTo(11.027248, 6)]);
		expect([p.oneWay, p.twoWay]).toEqual([expect.closeTo(0.16477, 5), expect.closeTo(0.00013, 5)]);
		const printed = [
			[-0.133, 0.72],
			[0.019, 0.76],
			[0.342, 0.95],
			[-0.884, 0.91],
			[0.071, 0.93],
			[0.676, 0.99]
		] as const;
		[...Object.values(single), ...Object.values(average)].forEach(({ low, high }, n) => {
			expect(Math.abs(low - printed[n]![0])).toBeLessThan(0.0006);
			expect(Math.abs(high - printed[n]![1])).toBeLessThan(0.006);
		});
	});

	test('the interval of ICC(3,1), and those of the others hold their coefficients', () => {
		const { single, average } = intraclass(TABLE)!;
		expect(single.fixed.low).toBeCloseTo(0.342465, 6);
		expect(single.fixed.high).toBeCloseTo(0.945858, 6);
		for (const { low, value, high } of [...Object.values(single), ...Object.values(average)]) {
			expect([low < value, value < high]).toEqual([true, true]);
		}
	});

	test('each work with reviewers of its own: a full table gives ICC(1,1) and ICC(1,k)', () => {
		const { single, average, k } = oneWayIntraclass(TABLE)!;
		expect(single).toBeCloseTo(0.1657418, 7);
		expect(average).toBeCloseTo(0.4427971, 7);
		expect(k).toBe(4);
	});

	test('unequal numbers of reviewers, worked out by hand', () => {
		// Means 2, 5, 8 about 4,4; between 25,2 on 2, within 4 on 2, k = (5 − 9/5)/2 = 1,6.
		expect(oneWayIntraclass([[1, 3], [4, 6], [8], []])).toEqual({
			single: expect.closeTo((12.6 - 2) / (12.6 + 0.6 * 2), 12),
			average: expect.closeTo((12.6 - 2) / 12.6, 12),
			k: expect.closeTo(1.6, 12)
		});
		expect(oneWayIntraclass([[1], [2]])).toBeNull();
	});
});

test('the agreement about one criterion, whole', () => {
	const grades = TABLE.flatMap((row, w) =>
		row.map((value, r) => ({ work: `w${w}`, reviewer: `r${r}`, value }))
	);
	const { exact, adjacent, variances, works } = agreementOf(grades);

	expect(works).toBe(6);
	// 36 pairs of one work: equal 8–8, 6–6 … counted by hand.
	expect([exact! * 36, adjacent! * 36]).toEqual([expect.closeTo(1, 9), expect.closeTo(9, 9)]);
	expect(variances?.work).toBeCloseTo(2.555562838, 4);
	expect(agreementOf([])).toMatchObject({ works: 0, exact: null, variances: null });
});
