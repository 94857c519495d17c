import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenItems, examplePeople } from '../example-people.ts';
import { expected, likeliest, testInformation, warm, type Answers, type Item } from '../index.ts';

const FIVE: Item[] = [-1, -0.5, 0, 0.5, 1].map((difficulty) => ({ slope: 1, difficulty }));
const scoring = (score: number): Answers => FIVE.map((_, n) => (n < score ? 1 : 0));

describe('people at five Rasch items of −1 … 1', () => {
	test('Warm’s estimate of each score', () => {
		const published = [-2.66052, -1.26084, -0.391339, 0.391339, 1.26084, 2.66052];
		published.forEach((theta, score) =>
			expect(Math.abs(warm(FIVE, scoring(score))!.theta - theta)).toBeLessThan(2e-5)
		);
	});

	test('the likeliest place of each score; none for nothing and for everything', () => {
		const published = [-1.53196, -0.454543, 0.454543, 1.53196];
		published.forEach((theta, n) =>
			expect(Math.abs(likeliest(FIVE, scoring(n + 1))!.theta - theta)).toBeLessThan(2e-5)
		);
		expect([likeliest(FIVE, scoring(0)), likeliest(FIVE, scoring(5))]).toEqual([null, null]);
	});

	test('what is expected after N(0, 1) on 33 nodes from −4 to 4', () => {
		const published = [-1.284979, -0.751161, -0.247076, 0.247076, 0.751161, 1.284979];
		published.forEach((theta, score) => expect(expected(FIVE, scoring(score)).theta).toBeCloseTo(theta, 6));
	});

	test('standard errors: one over the root of information, and less than before the answers', () => {
		const { theta, se } = likeliest(FIVE, scoring(2))!;
		expect(se).toBeCloseTo(1 / Math.sqrt(testInformation(FIVE, theta)), 12);
		expect(warm(FIVE, scoring(2))!.se).toBeGreaterThan(0.9);
		expect(expected(FIVE, scoring(2)).se).toBeLessThan(1);
	});

	test('without answers: nothing is estimated, and what was believed before stays', () => {
		const nothing = FIVE.map(() => null);
		expect([warm(FIVE, nothing), likeliest(FIVE, nothing)]).toEqual([null, null]);
		const before = expected(FIVE, nothing, { mean: 1, sd: 0.5, from: -4, to: 6, nodes: 101 });
		expect(before).toEqual({ theta: expect.closeTo(1, 9), se: expect.closeTo(0.5, 9) });
	});
});

test('P12: Warm’s estimate is finite for every score of every test, and grows with the score', () => {
	const difficulty = fc.double({ min: -6, max: 6, noNaN: true });
	fc.assert(
		fc.property(fc.array(difficulty, { minLength: 1, maxLength: 40 }), (difficulties) => {
			const items = difficulties.map((each) => ({ slope: 1, difficulty: each }));
			const found = Array.from({ length: items.length + 1 }, (_, score) => {
				const { theta, se } = warm(
					items,
					items.map((_, n) => (n < score ? 1 : 0))
				)!;
				expect([Number.isFinite(theta), Number.isFinite(se)]).toEqual([true, true]);
				return theta;
			});
			found.slice(1).forEach((theta, n) => expect(theta).toBeGreaterThan(found[n]! - 1e-9));
		}),
		{ numRuns: 60 }
	);
});

const steep = (...items: [slope: number, difficulty: number][]) =>
	items.map(([slope, difficulty]) => ({ slope, difficulty }));

test('own slopes: it is the top of the likelihood times the root of the information, of two tops the higher', () => {
	const item = fc.record({
		slope: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
		difficulty: fc.double({ min: -3, max: 3, noNaN: true })
	});
	fc.assert(
		fc.property(fc.array(item, { minLength: 2, maxLength: 8 }), fc.nat(255), (items, bits) => {
			const answers = items.map((_, n): 0 | 1 => ((bits >> n) & 1 ? 1 : 0));
			const height = (theta: number) =>
				items.reduce(
					(sum, { slope, difficulty }, n) => {
						const p = 1 / (1 + Math.exp(-slope * (theta - difficulty)));
						return sum + Math.log(answers[n] ? p : 1 - p);
					},
					Math.log(testInformation(items, theta)) / 2
				);
			const top = height(warm(items, answers)!.theta);
			for (let theta = -9; theta <= 9; theta += 0.25) expect(height(theta)).toBeLessThan(top + 1e-6);
		}),
		{
			numRuns: 40,
			// Two tops of nearly one height, the higher of them narrow.
			examples: [
				[steep([0.3, -0.9], [2.4, 2.4], [2.4, 0.9], [2.4, -2.7], [2.1, 0.4]), 177],
				[steep([0.3, 2.9], [0.5, -0.9], [2.4, 0.7], [2.2, -2.6]), 132]
			]
		}
	);
});

test('Warm’s estimate has hardly any bias', () => {
	const items = evenItems(20);
	const theta = 1.5;
	const { random } = examplePeople(4, 1, items);
	const off = Array.from({ length: 1500 }, () =>
		items.map(({ difficulty }): 0 | 1 => (random() < 1 / (1 + Math.exp(difficulty - theta)) ? 1 : 0))
	)
		.flatMap((answers) => warm(items, answers)?.theta ?? [])
		.reduce((sum, found, _, all) => sum + (found - theta) / all.length, 0);
	expect(Math.abs(off)).toBeLessThan(0.05);
});
