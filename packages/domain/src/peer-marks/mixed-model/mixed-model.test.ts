import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designOf, type Grade } from '../design.ts';
import { exampleCohort } from '../example-cohort.ts';
import { factor, solveBy } from './cholesky.ts';
import { exactSolver } from './exact.ts';
import { effectVariances, fit, markVariances } from './fit.ts';
import { informationOf } from './information.ts';
import { largeSolver } from './large.ts';
import { modelOf } from './model.ts';
import { leaveOneOut } from './outliers.ts';
import { reml, remlCriterion } from './reml.ts';
import { dot } from './vectors.ts';

/** Six targets by four judges (Shrout & Fleiss 1979). */
const TABLE = '9 2 5 8|6 1 3 2|8 4 6 8|7 1 2 6|10 5 6 9|6 2 4 7'
	.split('|')
	.flatMap((row, w) =>
		row.split(' ').map((value, r) => ({ work: `w${w}`, reviewer: `r${r}`, value: Number(value) }))
	);

/** Six people review each other in two groups of three works. */
const SIX = gradesOf('a:B8 C7 D9; b:C5 D6 E4; c:D8 E7 F9; d:E6 F8 A7; e:F10 A9 B10; f:A6 B7 C4');
const KNOWN = { work: 2, reviewer: 1, residual: 0.5 };

function gradesOf(words: string): Grade[] {
	return words.split(';').flatMap((part) => {
		const [reviewer = '', given = ''] = part.trim().split(':');
		return given.split(' ').map((word) => ({ work: word[0] ?? '', reviewer, value: Number(word.slice(1)) }));
	});
}

describe('variances by REML', () => {
	const { variances, fit: solved, settled } = reml(designOf(TABLE));

	test('of the table of Shrout and Fleiss, as lme4 finds them', () => {
		expect(settled).toBe(true);
		expect(variances.work).toBeCloseTo(2.555562838, 4);
		expect(variances.reviewer).toBeCloseTo(5.244450767, 4);
		expect(variances.residual).toBeCloseTo(1.019443365, 5);
		expect(solved.mean).toBeCloseTo(5.291666667, 8);
		expect(remlCriterion(solved)).toBeCloseTo(91.27866712, 7);
	});

	test('works and raters', () => {
		const works = [5.935765, 3.207818, 6.390423, 4.117134, 7.299739, 4.799121];
		const raters = [2.30047, -2.704062, -0.92826, 1.331851];
		works.forEach((mark, n) => expect(solved.mean + solved.effects.works[n]!).toBeCloseTo(mark, 5));
		raters.forEach((bias, n) => expect(solved.effects.reviewers[n]).toBeCloseTo(bias, 5));
	});

	test('a balanced table gives what analysis of variance gives', () => {
		// (BMS − EMS)/4, (JMS − EMS)/6, EMS.
		expect(variances.work).toBeCloseTo((11.2416666667 - 1.0194444444) / 4, 8);
		expect(variances.reviewer).toBeCloseTo((32.4861111111 - 1.0194444444) / 6, 8);
	});

	test('no near variances are likelier', () => {
		const found = [1, 2, 3].map((seed) => designOf(exampleCohort(seed, { works: 30, noise: 9 }).grades));
		for (const design of found) {
			const best = reml(design);
			for (const name of ['work', 'reviewer', 'residual'] as const) {
				for (const times of [0.97, 1.03]) {
					const near = fit(design, { ...best.variances, [name]: best.variances[name] * times });
					expect(remlCriterion(near)!).toBeGreaterThan(remlCriterion(best.fit)!);
				}
			}
		}
	});

	test('reviewers without any bias end at (nearly) nought, and equal grades do not divide by it', () => {
		const alike = exampleCohort(5, { works: 40, bias: 0 });
		expect(reml(designOf(alike.grades)).variances.reviewer).toBeLessThan(3);
		const equal = TABLE.map((grade) => ({ ...grade, value: 5 }));
		expect(reml(designOf(equal)).fit.mean).toBe(5);
	});
});

describe('known variances', () => {
	const solved = fit(designOf(SIX), KNOWN, 7);

	test('posterior means of works and biases', () => {
		const marks = [7.18887876, 7.85496946, 5.99983052, 7.60464351, 6.01547589, 8.17830714];
		const biases = [0.72587329, -1.31998569, 0.62902099, -0.10933194, 1.65081276, -1.15533678];
		marks.forEach((mark, n) => expect(7 + solved.effects.works[n]!).toBeCloseTo(mark, 8));
		biases.forEach((bias, n) => expect(solved.effects.reviewers[n]).toBeCloseTo(bias, 8));
	});

	test('posterior standard deviations', () => {
		for (const each of markVariances(solved)) expect(Math.sqrt(each)).toBeCloseTo(0.53037493, 8);
		for (const each of effectVariances(solved).reviewers) expect(Math.sqrt(each)).toBeCloseTo(0.51108207, 8);
	});

	test('bias correction only: marks are not drawn to the mean, and are known less well', () => {
		const free = fit(designOf(SIX), { ...KNOWN, work: Infinity });
		const spread = (values: Float64Array) => Math.max(...values) - Math.min(...values);
		expect(spread(free.effects.works)).toBeGreaterThan(spread(solved.effects.works));
		expect(markVariances(free)[0]!).toBeGreaterThan(markVariances(solved)[0]!);
		// Two reviewers without bias: the work's own mean.
		const plain = fit(designOf(gradesOf('a:X4 Y8; b:X6 Y8')), { ...KNOWN, work: Infinity, reviewer: 1e-12 });
		expect([...plain.effects.works].map((effect) => effect + plain.mean)).toEqual([
			expect.closeTo(5, 6),
			expect.closeTo(8, 6)
		]);
	});

	test('a tutor’s grade draws a mark further than a reviewer’s', () => {
		const by = (staff: boolean) =>
			modelOf({
				grades: [...SIX, { work: 'F', reviewer: 'tutor', value: 4, staff }],
				earlier: KNOWN,
				scale: 10
			})!;
		const markOf = (staff: boolean) => by(staff).works.find(({ work }) => work === 'F')!.mark;
		expect(markOf(true)).toBeLessThan(markOf(false) - 0.5);
		expect(by(true).reviewers.find(({ reviewer }) => reviewer === 'tutor')!.sd).toBeLessThan(0.32);
	});
});

describe('an estimated mean', () => {
	const variances = { work: 4, reviewer: 1, residual: 2 };
	const design = designOf(SIX);
	const solved = fit(design, variances);
	const rows = [...design.values.keys()];
	/** The covariance of all grades, written out whole. */
	const covariance = Float64Array.from(
		rows.flatMap((one) =>
			rows.map(
				(other) =>
					Number(design.workOf[one] === design.workOf[other]) * 4 +
					Number(design.reviewerOf[one] === design.reviewerOf[other]) +
					Number(one === other) * 2
			)
		)
	);
	const byCovariance = (values: Float64Array) => solveBy(factor(covariance, rows.length), values);
	const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
	const ones = new Float64Array(rows.length).fill(1);

	test('is that of generalised least squares over all grades', () => {
		expect(solved.mean).toBeCloseTo(sum(byCovariance(design.values)) / sum(byCovariance(ones)), 10);
	});

	test('makes marks less sure by what it is unsure of itself', () => {
		markVariances(solved).forEach((found, work) => {
			const shared = Float64Array.from(rows, (row) => Number(design.workOf[row] === work) * 4);
			const explained = byCovariance(shared);
			const byMean = (1 - sum(explained)) ** 2 / sum(byCovariance(ones));
			expect(found).toBeCloseTo(4 - dot(shared, explained) + byMean, 10);
		});
	});
});

describe('the leave-one-out residual', () => {
	const variances = { work: 100, reviewer: 36, residual: 36 };

	test.each([
		['a known mean', 65],
		['an estimated mean', null]
	])('in closed form is what the model without that grade gives, with %s', (_, mean) => {
		const { grades } = exampleCohort(3, { works: 8 });
		const design = designOf(grades);
		const inOrder = [...design.values].map((value) => grades.find((grade) => grade.value === value)!);
		leaveOneOut(fit(design, variances, mean)).forEach((t, row) => {
			const own = inOrder[row]!;
			const without = fit(designOf(grades.filter((grade) => grade !== own)), variances, mean);
			const expected = predicted(without, own);
			expect(t).toBeCloseTo((own.value - expected.mean) / Math.sqrt(expected.variance), 8);
		});
	});

	test('nothing contradicts a grade that stands alone', () => {
		const free = fit(designOf(gradesOf('a:X4')), { ...variances, work: Infinity });
		expect(leaveOneOut(free)).toEqual([null]);
	});

	/** What a fit expects of one more grade, and how far that may be off. */
	function predicted(solved: ReturnType<typeof fit>, { work, reviewer }: Grade) {
		const { design, effects, inverse, ofMean } = solved;
		const [w, r] = [design.works.indexOf(work), design.reviewers.indexOf(reviewer)];
		const both = solved.solver.solve({
			works: Float64Array.from(design.works, (_, n) => Number(n === w)),
			reviewers: Float64Array.from(design.reviewers, (_, n) => Number(n === r))
		});
		const known = both.works[w]! + both.reviewers[r]!;
		const ofWeights = ofMean
			? (1 - ofMean.effects.works[w]! - ofMean.effects.reviewers[r]!) ** 2 / ofMean.information
			: 0;
		expect(inverse.works[w]! + inverse.reviewers[r]!).toBeGreaterThan(0);
		return {
			mean: solved.mean + effects.works[w]! + effects.reviewers[r]!,
			variance: known + ofWeights + variances.residual
		};
	}
});

test('the solver of large graphs solves exactly, and its variances are near the exact ones', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
			// Not equally many grades each, so that variances differ.
			const grades = exampleCohort(seed, { works: 200 }).grades.filter((_, n) => n % 5 > 0 && n > 60);
			const information = informationOf(designOf(grades), { work: 100, reviewer: 36, residual: 36 });
			const [exact, large] = [exactSolver(information), largeSolver(information)];
			const right = { works: information.works.slice(), reviewers: information.reviewers.map(Math.sqrt) };
			const [one, other] = [exact.solve(right), large.solve(right)];
			one.works.forEach((value, n) => expect(other.works[n]).toBeCloseTo(value, 7));
			const apart = exact.inverse.works.map((value, n) => Math.abs(large.inverse.works[n]! / value - 1));
			const tied = exact.inverse.ties.reduce((sum, value) => sum + value, 0);
			// Of sixty seeds the worst was 5 % off: two and a half of the width of an interval.
			expect(Math.max(...apart)).toBeLessThan(0.08);
			expect(Math.abs(large.inverse.ties.reduce((sum, value) => sum + value, 0) / tied - 1)).toBeLessThan(
				0.1
			);
		}),
		{ numRuns: 6 }
	);
});
