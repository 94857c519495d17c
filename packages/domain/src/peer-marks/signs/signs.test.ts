import { expect, test } from 'vitest';
import { exampleCohort } from '../example-cohort.ts';
import { alikeComments, favoursOf, keepDiscoveries, straightLines } from '../index.ts';
import { factor, solveBy } from '../mixed-model/cholesky.ts';
import { dot } from '../mixed-model/vectors.ts';
import { normalTail } from './normal-tail.ts';

test('of many tests those are kept that the procedure of Benjamini and Hochberg keeps', () => {
	// The fifteen p-values of their paper: at 5 % four are kept, by Bonferroni three.
	const published = [
		0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
		0.759, 1
	];
	expect(keepDiscoveries(published, 0.05).filter(Boolean).length).toBe(4);
	expect(keepDiscoveries([0.5, 0.001, 0.9], 0.05)).toEqual([false, true, false]);
	// A p-value above its own limit is kept where a greater one is below its own.
	expect(keepDiscoveries([0.03, 0.04, 0.045], 0.05)).toEqual([true, true, true]);
	expect(keepDiscoveries([], 0.05)).toEqual([]);
});

test('how often chance is above a number, as the tables have it', () => {
	const published = [
		[0, 0.5],
		[1.644853627, 0.05],
		[-1.2815515655, 0.9],
		[2.326347874, 0.01],
		[3.0902323062, 0.001],
		[4.7534243088, 1e-6]
	] as const;
	for (const [x, p] of published) expect(Math.abs(normalTail(x) / p - 1)).toBeLessThan(1e-8);
	expect(Math.abs(normalTail(3 - 1e-12) / normalTail(3 + 1e-12) - 1)).toBeLessThan(1e-10);
});

test('a school that lifts another one stands out, by so many points, and nobody else does', () => {
	const schools = ['east', 'north', 'west'];
	const grades = schools.flatMap((from, f) =>
		schools.flatMap((to, t) =>
			Array.from({ length: 20 }, (_, n) => ({
				reviewer: `${from}-${(n + 7 * t) % 20}`,
				work: `${to}-${n}`,
				from,
				to,
				value: 60 + ((n * 7 + t * 3) % 10) + ((n * 3 + f) % 5) + (from === 'east' && to === 'west' ? 6 : 0)
			}))
		)
	);
	const cohort = { grades, earlier: null, scale: 100 };
	const favours = favoursOf(cohort);
	expect(favours.length).toBe(9);
	const [found, ...others] = favours.filter(({ isKept }) => isKept);
	expect([found?.from, found?.to, found?.grades, others]).toEqual(['east', 'west', 20, []]);
	expect(Math.abs(found!.points / found!.se)).toBeGreaterThan(3);
	expect(favoursOf({ ...cohort, grades: grades.slice(0, 2) })).toEqual([]);
	expect(favoursOf({ ...cohort, grades: [] })).toEqual([]);
	// One school alone favours nobody: the mean of all is its own.
	expect(favoursOf({ ...cohort, grades: grades.map((g) => ({ ...g, from: 'one', to: 'one' })) })).toEqual([]);
});

test('points of favour are those of generalised least squares, worked out by the whole covariance', () => {
	const { grades } = exampleCohort(6, { works: 12 });
	const schoolOf = (person: string) => `school ${Number(person.slice(1)) % 3}`;
	const rows = grades.map((g) => ({ ...g, from: schoolOf(g.reviewer), to: schoolOf(g.work) }));
	const earlier = { work: 100, reviewer: 36, residual: 36 };
	const covariance = Float64Array.from(
		rows.flatMap((one) =>
			rows.map(
				(other) =>
					Number(one.work === other.work) * 100 +
					Number(one.reviewer === other.reviewer) * 36 +
					Number(one === other) * 36
			)
		)
	);
	const lower = factor(covariance, rows.length);
	const values = Float64Array.from(rows, ({ value }) => value);
	for (const { from, to, points, se } of favoursOf(
		{ grades: rows, earlier, scale: 100 },
		{ leastGrades: 1 }
	)) {
		const towards = Float64Array.from(rows, (row) => Number(row.from === from && row.to === to));
		const ones = values.map(() => 1);
		const [byOnes, byTowards] = [solveBy(lower, ones), solveBy(lower, towards)];
		const [a, b, c] = [dot(byOnes, ones), dot(byOnes, towards), dot(byTowards, towards)];
		const information = c - b ** 2 / a;
		const slope = dot(byTowards, values) - (b / a) * dot(byOnes, values);
		expect(points).toBeCloseTo(slope / information, 8);
		expect(se).toBeCloseTo(1 / Math.sqrt(information), 8);
	}
});

test('one score for everything is seen; even scores and few scores are not', () => {
	const varied = Array.from({ length: 5 }, (_, n) => ({
		reviewer: `r${n}`,
		scores: [0, 1, 2, 3, 2, 1, 3, 2, 0]
	}));
	const line = { reviewer: 'line', scores: Array<number>(18).fill(3) };
	const nearly = { reviewer: 'nearly', scores: [...Array<number>(17).fill(3), 2] };
	const short = { reviewer: 'short', scores: [3, 3, 3] };
	expect(straightLines([...varied, nearly, line, short]).map(({ reviewer, sd }) => [reviewer, sd])).toEqual([
		['line', 0],
		['nearly', expect.closeTo(0.229, 3)]
	]);
	expect(straightLines([line, { ...line, reviewer: 'other' }])).toEqual([]);
});

test('copied comments are found in spite of case, «ё» and punctuation, own words and short ones are not', () => {
	const text =
		'Карта урока ещё составлена подробно, но не хватает примеров того, как учитель меняет темп для ученика.';
	const copied =
		'карта урока еще составлена подробно но не хватает примеров того как учитель МЕНЯЕТ темп для всех';
	const own =
		'Мне понравилось, как описана работа в парах: видно, кто что делает и сколько времени на это дано.';
	const comments = [
		{ id: 'b', text: copied },
		{ id: 'a', text },
		{ id: 'c', text: own },
		{ id: 'd', text: 'Хорошая работа, спасибо вам!' },
		{ id: 'e', text: 'Хорошая работа, спасибо вам!' }
	];
	expect(alikeComments(comments)).toEqual([{ one: 'a', other: 'b', share: expect.closeTo(13 / 15, 9) }]);
	expect(alikeComments([...comments].reverse())).toEqual(alikeComments(comments));
});
