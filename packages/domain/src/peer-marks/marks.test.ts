import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { outcome, PeerResult } from '../final-works/index.ts';
import { populationVariance } from './centre.ts';
import { exampleCohort } from './example-cohort.ts';
import {
	adviceFor,
	comparisonWithBest,
	mean,
	median,
	mediansOf,
	modelOf,
	normalised,
	reasonsToModerate,
	STRICTNESS,
	trimmedMean,
	weightedMean,
	wordFor,
	type Advice,
	type Grade
} from './index.ts';

describe('middles', () => {
	test('a median of two is their mean and is not rounded up', () => {
		expect([median([5, 6]), median([3, 1, 2]), median([])]).toEqual([5.5, 2, 0]);
	});

	test('a trimmed mean needs five values', () => {
		expect([trimmedMean([1, 2, 3, 4]), trimmedMean([0, 5, 6, 7, 100])]).toEqual([null, 6]);
	});

	test('a mean of 10, 11 and 11 with weights 1, 3 and 1; weights of nought say nothing', () => {
		const weighed = [10, 11, 11].map((value, n) => ({ value, weight: [1, 3, 1][n] ?? 0 }));
		expect(weightedMean(weighed)).toBeCloseTo(10.8, 12);
		expect(weightedMean([{ value: 5, weight: 0 }])).toBeNull();
		expect([mean([1, 2, 6]), mean([])]).toEqual([3, 0]);
	});

	test('a weighted variance over all of a whole: 2, 4 ×3, 5 ×2, 7 and 9 give 4', () => {
		const weighed = [2, 4, 5, 7, 9].map((value, n) => ({ value, weight: [1, 3, 2, 1, 1][n] ?? 0 }));
		expect(populationVariance(weighed)).toBeCloseTo(4, 12);
		expect(populationVariance([{ value: 7, weight: 2 }])).toBe(0);
	});

	test('all medians at once are those of each work', () => {
		const rows = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: -50, max: 50 })), { maxLength: 40 });
		fc.assert(
			fc.property(rows, (given) => {
				const workOf = Int32Array.from(given, ([work]) => work);
				const values = Float64Array.from(given, ([, value]) => value);
				const each = Array.from({ length: 6 }, (_, work) => {
					const own = given.filter(([other]) => other === work).map(([, value]) => value);
					return own.length ? median(own) : Number.NaN;
				});
				expect([...mediansOf({ works: 6, workOf, values })].map((m) => m + 0)).toEqual(
					each.map((m) => m + 0)
				);
			})
		);
	});
});

describe('comparison with the best', () => {
	const given = [80, 70, 60, 20].map((grade) => ({ weight: 1, grades: [grade] }));

	test.each([
		[STRICTNESS.veryLax, [98.28648, 99.78581, 100, 86.29183]],
		[STRICTNESS.lax, [97.7969, 99.72461, 100, 82.37522]],
		[STRICTNESS.fair, [96.91566, 99.61446, 100, 75.3253]],
		[STRICTNESS.strict, [94.85944, 99.35743, 100, 58.8755]],
		[STRICTNESS.veryStrict, [84.57831, 98.07229, 100, 0]]
	])('strictness %i', (strictness, grades) => {
		expect(comparisonWithBest(given, [1], strictness)).toEqual(grades);
	});

	test('equal assessments are all the best; without weights nobody is; one grade alone is the whole', () => {
		const equal = [1, 1].map((weight) => ({ weight, grades: [40, 50] }));
		expect(comparisonWithBest(equal, [1, 1], 5)).toEqual([100, 100]);
		expect(
			comparisonWithBest(
				equal.map((each) => ({ ...each, weight: 0 })),
				[1, 1],
				5
			)
		).toEqual([null, null]);
		expect([normalised(100, 100, 100), normalised(2, 0, 3)]).toEqual([100, 66.66667]);
	});

	test('a dimension in which two are alike does not thin the distance of another one', () => {
		const one = comparisonWithBest(given, [1], 5);
		const two = given.map(({ weight, grades }) => ({ weight, grades: [...grades, 50] }));
		expect(comparisonWithBest(two, [1, 1], 5)).toEqual(one);
	});
});

describe('reasons to moderate', () => {
	const usual = {
		marks: [70, 72, 74].map((value, n) => ({ reviewer: `r${n}`, value, t: 0 })),
		model: { mark: 72, interval: { low: 67, high: 77 } },
		scale: 100,
		pass: 60,
		wanted: 3
	};
	const marks = (...values: number[]) => values.map((value, n) => ({ reviewer: `r${n}`, value, t: 0 }));

	test('a usual work has none', () => {
		expect(reasonsToModerate(usual)).toEqual([]);
	});

	test('a spread of more than 30 % of the scale, not of just 30 %', () => {
		expect(reasonsToModerate({ ...usual, marks: marks(57, 72, 87) })).toEqual([]);
		expect(reasonsToModerate({ ...usual, marks: marks(56, 72, 87) })).toEqual([
			{ kind: 'spread', points: 31, limit: 30 }
		]);
	});

	test('a grade more than 2,5 deviations from what the others say, strong from 3 on', () => {
		const far = [2.5, -2.6, 3.1].map((t, n) => ({ reviewer: `r${n}`, value: 72, t }));
		expect(reasonsToModerate({ ...usual, marks: far })).toEqual([
			{ kind: 'outlier', reviewer: 'r1', t: -2.6, isStrong: false },
			{ kind: 'outlier', reviewer: 'r2', t: 3.1, isStrong: true }
		]);
	});

	test('a mean more than 7 % of the scale from the model', () => {
		const model = (mark: number) => ({ mark, interval: { low: mark - 5, high: mark + 5 } });
		expect(reasonsToModerate({ ...usual, model: model(79) })).toEqual([]);
		expect(reasonsToModerate({ ...usual, model: model(79.5) })).toEqual([
			{ kind: 'model_apart', points: 7.5, limit: expect.closeTo(7, 9) }
		]);
	});

	test('fewer reviews than wanted, and none at all', () => {
		expect(reasonsToModerate({ ...usual, marks: marks(70, 74) })).toEqual([
			{ kind: 'few_reviews', got: 2, wanted: 3 }
		]);
		expect(reasonsToModerate({ ...usual, marks: [], model: null })).toEqual([
			{ kind: 'few_reviews', got: 0, wanted: 3 }
		]);
	});

	test('an interval with the pass mark within', () => {
		const interval = { low: 67, high: 77 };
		const at = (pass: number) => reasonsToModerate({ ...usual, pass });
		expect(at(70)).toEqual([{ kind: 'border', interval, pass: 70 }]);
		expect([at(67), at(78)]).toEqual([[], []]);
	});
});

describe('the word for a reviewer', () => {
	const around = (bias: number, half: number) => ({
		bias,
		interval: { low: bias - half, high: bias + half },
		grades: 3
	});

	test.each([
		['two points stricter', around(-2.2, 1), { kind: 'stricter', points: 2 }],
		['three milder', around(2.6, 2), { kind: 'milder', points: 3 }],
		['as others, where nought is possible', around(-2.2, 3), { kind: 'as_others' }],
		['as others, where it is less than half a point', around(0.4, 0.1), { kind: 'as_others' }],
		['too early, after one work', { ...around(-5, 1), grades: 1 }, { kind: 'too_early' }]
	])('%s', (_, bias, word) => {
		expect(wordFor(bias)).toEqual(word);
	});
});

describe('advice', () => {
	const { grades } = exampleCohort(4, { works: 40 });
	const cohort = { grades, earlier: null, scale: 100, pass: 60, wanted: 3 };

	test('a strict reviewer’s works get more than their mean, and the reviewer hears of it', () => {
		const strict = grades[0]!.reviewer;
		const rows = grades.map((g): Grade => (g.reviewer === strict ? { ...g, value: g.value - 25 } : g));
		const { works, reviewers } = adviceFor({ ...cohort, grades: rows });
		for (const { work } of rows.filter(({ reviewer }) => reviewer === strict)) {
			const own = works.get(work)!;
			expect(own.mark).toBeGreaterThan(own.mean);
			expect([own.interval.low < own.mark, own.mark < own.interval.high]).toEqual([true, true]);
		}
		expect(reviewers.get(strict)?.kind).toBe('stricter');
	});

	test('below thirty works variances are those of earlier cohorts, or assumed', () => {
		const small = exampleCohort(1, { works: 12 }).grades;
		const earlier = { work: 80, reviewer: 20, residual: 50 };
		expect(modelOf({ grades: small, earlier, scale: 100 })).toMatchObject({
			source: 'earlier',
			variances: earlier
		});
		expect(modelOf({ grades: small, earlier: null, scale: 10 })).toMatchObject({
			source: 'assumed',
			variances: { work: 1, reviewer: expect.closeTo(0.36, 12), residual: expect.closeTo(0.36, 12) }
		});
		expect(modelOf({ grades, earlier, scale: 100 })?.source).toBe('estimated');
		expect(modelOf({ grades: [], earlier, scale: 100 })).toBeNull();
	});

	test('with bias correction only the marks of a cohort lie further apart', () => {
		const spread = (isBiasOnly: boolean) => {
			const marks = modelOf({ grades, earlier: null, scale: 100, isBiasOnly })!.works.map(({ mark }) => mark);
			return Math.max(...marks) - Math.min(...marks);
		};
		expect(spread(true)).toBeGreaterThan(spread(false) * 1.05);
	});

	test('R117: advice cannot be taken for a result, and has no word on passing', () => {
		expectTypeOf<Advice>().not.toExtend<PeerResult>();
		expectTypeOf<Advice>().not.toExtend<Parameters<typeof outcome>[1]>();
		expect(Object.keys([...adviceFor(cohort).works.values()][0]!)).toEqual([
			...['mean', 'trimmedMean', 'mark', 'interval', 'source', 'reasons']
		]);
	});
});
