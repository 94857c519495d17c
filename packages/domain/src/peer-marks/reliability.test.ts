import { expect, test } from 'vitest';
import { exampleCohort, errorOf } from './example-cohort.ts';
import { mean, modelOf, reliableMarks, tellsReliability } from './index.ts';

const VARIANCES = { work: 100, reviewer: 36, residual: 36 };

test('careless reviewers are told from careful ones, and marks come nearer to the truth', () => {
	const cohort = exampleCohort(11, { each: 6, noise: 4 });
	const careless = new Set(
		cohort.grades.map(({ reviewer }) => reviewer).filter((name) => Number(name.slice(1)) % 4 === 0)
	);
	const shifts = [25, -20, -25, 20, 30, -30];
	const grades = cohort.grades.map((grade, n) =>
		careless.has(grade.reviewer) ? { ...grade, value: grade.value + (shifts[n % 6] ?? 0) } : grade
	);
	const { works, reviewers } = reliableMarks({ grades, variances: VARIANCES, mean: 65, seed: 7, draws: 600 });
	const noiseOf = (isCareless: boolean) =>
		mean(reviewers.filter(({ reviewer }) => careless.has(reviewer) === isCareless).map(({ noise }) => noise));
	expect(noiseOf(true)).toBeGreaterThan(3 * noiseOf(false));

	const equal = modelOf({ grades, earlier: null, scale: 100 })!;
	const marks = (found: { work: string; mark: number }[]) =>
		new Map(found.map(({ work, mark }) => [work, mark]));
	expect(errorOf(marks(works), cohort)).toBeLessThan(errorOf(marks(equal.works), cohort));
});

test('where all are thought equally reliable it comes to what the equations give', () => {
	// Posterior means and deviations for mean 7 and variances 2, 1 and 0,5.
	const given = {
		a: 'B8 C7 D9',
		b: 'C5 D6 E4',
		c: 'D8 E7 F9',
		d: 'E6 F8 A7',
		e: 'F10 A9 B10',
		f: 'A6 B7 C4'
	};
	const grades = Object.entries(given).flatMap(([reviewer, words]) =>
		words.split(' ').map((word) => ({ reviewer, work: word[0] ?? '', value: Number(word.slice(1)) }))
	);
	const variances = { work: 2, reviewer: 1, residual: 0.5 };
	const { works, reviewers } = reliableMarks({
		grades,
		variances,
		mean: 7,
		seed: 3,
		draws: 40_000,
		shape: 1e6
	});

	const marks = [7.18887876, 7.85496946, 5.99983052, 7.60464351, 6.01547589, 8.17830714];
	const biases = [0.72587329, -1.31998569, 0.62902099, -0.10933194, 1.65081276, -1.15533678];
	works.forEach(({ mark, sd, interval }, n) => {
		expect(Math.abs(mark - (marks[n] ?? 0))).toBeLessThan(0.04);
		expect(Math.abs(sd - 0.53037493)).toBeLessThan(0.03);
		expect(Math.abs(interval.high - interval.low - 2 * 1.28155 * 0.53037493)).toBeLessThan(0.1);
	});
	reviewers.forEach(({ bias, sd, noise }, n) => {
		expect(Math.abs(bias - (biases[n] ?? 0))).toBeLessThan(0.04);
		expect(Math.abs(sd - 0.51108207)).toBeLessThan(0.03);
		expect(noise).toBeCloseTo(0.5, 2);
	});
});

test('however well reviewers agree, nobody is taken for infallible', () => {
	const perfect = ['a', 'b', 'c', 'd'].flatMap((reviewer) =>
		[5, 6, 7, 9].map((value, n) => ({ work: `w${n}`, reviewer, value }))
	);
	const variances = { work: 4, reviewer: 1, residual: 1 };
	const { reviewers } = reliableMarks({ grades: perfect, variances, mean: 7, seed: 1 });
	expect(Math.min(...reviewers.map(({ noise }) => noise))).toBeGreaterThan(0.1);
});

test('reliabilities are asked for only where a usual reviewer has five grades', () => {
	expect(tellsReliability(exampleCohort(1, { each: 3 }).grades)).toBe(false);
	expect(tellsReliability(exampleCohort(1, { each: 5 }).grades)).toBe(true);
	expect(tellsReliability([])).toBe(false);
});

test('P11: the seed alone decides the draws', () => {
	const { grades } = exampleCohort(2, { works: 10 });
	const with_ = (seed: number, rows = grades) =>
		JSON.stringify(reliableMarks({ grades: rows, variances: VARIANCES, mean: 65, seed, draws: 50 }));
	expect(with_(3, grades.toReversed())).toBe(with_(3));
	expect(with_(4)).not.toBe(with_(3));
});
