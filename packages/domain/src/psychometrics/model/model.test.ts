import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LSAT } from '../example-lsat.ts';
import { evenItems, examplePeople } from '../example-people.ts';
import { conditionalFit, itemFit, marginalFit, symmetric, warm, type Answers, type Item } from '../index.ts';
import { without } from './symmetric.ts';

describe('LSAT-6 by marginal maximum likelihood (Bock & Lieberman 1970)', () => {
	const one = marginalFit(LSAT, 'one')!;
	const common = marginalFit(LSAT, 'common')!;
	const own = marginalFit(LSAT, 'own')!;

	test('1000 people, their right answers as published', () => {
		const rights = [0, 1, 2, 3, 4].map((item) => LSAT.filter((row) => row[item] === 1).length);
		expect([LSAT.length, ...rights]).toEqual([1000, 924, 709, 553, 763, 870]);
	});

	test('all slopes one', () => {
		const published = [-2.871971, -1.063029, -0.257611, -1.388059, -2.218778];
		one.items.forEach((item, n) => expect(item!.difficulty).toBeCloseTo(published[n]!, 5));
		expect(one.logLikelihood).toBeCloseTo(-2473.053847, 5);
		expect([one.settled, one.parameters]).toEqual([true, 5]);
	});

	test('a common slope, as ltm prints it with its standard errors', () => {
		const published = [-3.615267, -1.322421, -0.317631, -1.73009, -2.780172];
		common.items.forEach((item, n) => {
			expect(item!.difficulty).toBeCloseTo(published[n]!, 5);
			expect(item!.slope).toBeCloseTo(0.755135, 5);
			expect(item!.se.slope).toBeCloseTo(0.0694, 4);
		});
		const errors = [0.3266, 0.1422, 0.0977, 0.1691, 0.251];
		common.items.forEach((item, n) => expect(Math.abs(item!.se.difficulty - errors[n]!)).toBeLessThan(2e-4));
		expect(common.logLikelihood).toBeCloseTo(-2466.9376, 5);
		expect(common.aic).toBeCloseTo(4945.8752, 4);
	});

	test('own slopes', () => {
		const difficulties = [-3.35881, -1.37006, -0.27967, -1.86638, -3.12591];
		const slopes = [0.82566, 0.72274, 0.89087, 0.68837, 0.65686];
		own.items.forEach((item, n) => {
			expect(Math.abs(item!.difficulty - difficulties[n]!)).toBeLessThan(1e-5);
			expect(Math.abs(item!.slope - slopes[n]!)).toBeLessThan(1e-5);
		});
		expect(own.logLikelihood).toBeCloseTo(-2466.653377, 5);
		expect([own.settled, own.parameters]).toEqual([true, 10]);
	});

	test('conditional on scores, difficulties of sum nought (Thissen 1982)', () => {
		const { items, settled } = conditionalFit(LSAT)!;
		const published = [-1.256, 0.475, 1.236, 0.168, -0.623];
		items.forEach((item, n) => expect(item!.difficulty).toBeCloseTo(published[n]!, 3));
		expect(items.reduce((sum, item) => sum + item!.difficulty, 0)).toBeCloseTo(0, 10);
		expect(settled).toBe(true);
	});
});

describe('conditional likelihood', () => {
	const { answers } = examplePeople(5, 80, evenItems(6, 1));
	const patterns = Array.from({ length: 64 }, (_, n) =>
		Array.from({ length: 6 }, (_, item) => (n >> item) & 1)
	);
	/** By its meaning: of all patterns with that score how likely was this one. */
	const byPatterns = (difficulties: readonly number[], rows: readonly Answers[]) => {
		const weight = (row: readonly (number | null)[]) =>
			Math.exp(-row.reduce<number>((sum, one, item) => sum + (one ?? 0) * difficulties[item]!, 0));
		const score = (row: readonly (number | null)[]) => row.reduce<number>((sum, one) => sum + (one ?? 0), 0);
		return rows.reduce((sum, row) => {
			const same = patterns.filter(
				(other) => score(other) === score(row) && other.every((one, item) => one === 0 || row[item] !== null)
			);
			return sum + Math.log(weight(row) / same.reduce((all, other) => all + weight(other), 0));
		}, 0);
	};
	const holed = answers.map((row, n) => row.map((one, item) => ((n + item) % 4 === 0 ? null : one)));

	test.each([
		['whole answers', answers],
		['answers with holes', holed]
	])('of %s is that over all patterns, and no near difficulties are likelier', (_, rows) => {
		const { items, logLikelihood } = conditionalFit(rows)!;
		const found = items.map((item) => item!.difficulty);
		expect(logLikelihood).toBeCloseTo(byPatterns(found, rows), 8);
		found.forEach((value, item) => {
			for (const by of [-0.02, 0.02])
				expect(byPatterns(found.with(item, value + by), rows)).toBeLessThan(logLikelihood);
		});
	});

	test('an item that all got right has no difficulty; parts that nobody compares have none at all', () => {
		const certain = answers.map((row): Answers => [1, ...row]);
		const { items } = conditionalFit(certain)!;
		expect(items[0]).toBeNull();
		expect(items[3]!.difficulty).toBeCloseTo(conditionalFit(answers)!.items[2]!.difficulty, 8);
		const apart: Answers[] = [
			[1, 0, 0, 0],
			[0, 1, 0, 0],
			[1, 1, 1, 0],
			[1, 1, 0, 1]
		];
		expect(conditionalFit(apart)).toBeNull();
		expect(conditionalFit([])).toBeNull();
	});
});

test('symmetric functions, and the same without one number, of numbers that lie far apart', () => {
	expect([...symmetric(Float64Array.of(1, 2, 3))]).toEqual([1, 6, 11, 6]);
	const logs = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 60 });
	fc.assert(
		fc.property(logs, fc.nat(), (given, which) => {
			const values = Float64Array.from(given, Math.exp);
			const place = which % values.length;
			const rest = without(symmetric(values), values[place]!);
			symmetric(values.filter((_, n) => n !== place)).forEach((value, r) => {
				expect(Math.abs(rest[r]! / value - 1)).toBeLessThan(1e-9);
			});
		})
	);
});

describe('marginal likelihood', () => {
	test('by its meaning: a sum over people and nodes; holes are left out; no near point is likelier', () => {
		const { answers } = examplePeople(3, 120, evenItems(5, 1, 1.3));
		const rows = answers.map((row, n) => row.map((one, item) => ((n * 3 + item) % 7 === 0 ? null : one)));
		const nodes = Array.from({ length: 321 }, (_, n) => -8 + n / 20);
		const byPeople = (items: readonly Item[]) =>
			rows.reduce((sum, row) => {
				const whole = nodes.reduce((all, theta) => {
					const likely = row.reduce<number>((product, one, n) => {
						if (one === null) return product;
						const p = 1 / (1 + Math.exp(-items[n]!.slope * (theta - items[n]!.difficulty)));
						return product * (one ? p : 1 - p);
					}, 1);
					return all + (likely * Math.exp(-(theta ** 2) / 2)) / Math.sqrt(2 * Math.PI) / 20;
				}, 0);
				return sum + Math.log(whole);
			}, 0);
		for (const slopes of ['one', 'common', 'own'] as const) {
			const { items, logLikelihood, settled } = marginalFit(rows, slopes)!;
			const found = items.map((item) => item!);
			expect(settled).toBe(true);
			expect(logLikelihood).toBeCloseTo(byPeople(found), 8);
			found.forEach((item, n) => {
				for (const by of [-0.03, 0.03]) {
					const near = { ...item, difficulty: item.difficulty + by };
					expect(byPeople(found.with(n, near))).toBeLessThan(logLikelihood);
				}
			});
		}
	});

	test('an item that all got right is left out of the search; one item alone tells nothing', () => {
		const certain = LSAT.map((row): Answers => [1, ...row]);
		const { items, logLikelihood } = marginalFit(certain, 'one')!;
		expect([items[0], logLikelihood]).toEqual([null, expect.closeTo(-2473.053847, 5)]);
		expect(
			marginalFit(
				LSAT.map((row) => row.slice(0, 1)),
				'one'
			)
		).toBeNull();
	});
});

test('P12: of 1000 people and 30 items difficulties come back with a bias of at most .05, however they are sought', () => {
	const items = evenItems(30);
	const seeds = [1, 2, 3, 4, 5];
	const errors = seeds.flatMap((seed) => {
		const { answers } = examplePeople(seed, 1000, items);
		const marginal = marginalFit(answers, 'one')!.items;
		const conditional = conditionalFit(answers)!.items;
		return items.map(({ difficulty }, n) => ({
			n,
			marginal: marginal[n]!.difficulty - difficulty,
			conditional: conditional[n]!.difficulty - difficulty,
			inErrors: (conditional[n]!.difficulty - difficulty) / conditional[n]!.se
		}));
	});
	const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	for (const kind of ['marginal', 'conditional'] as const) {
		expect(Math.abs(average(errors.map((each) => each[kind])))).toBeLessThan(0.05);
		// The hard half and the easy half apart, so that drawing to the middle would show.
		for (const half of [0, 1]) {
			const own = errors.filter(({ n }) => Math.floor(n / 15) === half).map((each) => each[kind]);
			expect(Math.abs(average(own))).toBeLessThan(0.05);
		}
	}
	// Standard errors are those that really come out.
	const spread = Math.sqrt(average(errors.map(({ inErrors }) => inErrors ** 2)));
	expect(spread).toBeGreaterThan(0.85);
	expect(spread).toBeLessThan(1.15);
});

test('own slopes of 20 items come back from 1000 people', () => {
	const items = evenItems(20, 1.5).map((item, n) => ({ ...item, slope: 0.7 + (n % 4) * 0.4 }));
	const { items: found, settled } = marginalFit(examplePeople(9, 1000, items).answers, 'own')!;
	expect(settled).toBe(true);
	const off = found.map((item, n) => (item!.slope - items[n]!.slope) / item!.se.slope);
	expect(Math.abs(off.reduce((sum, value) => sum + value, 0) / 20)).toBeLessThan(0.5);
	expect(Math.max(...off.map(Math.abs))).toBeLessThan(3.5);
});

test('fit flags: random answers are noisy, copied ones redundant, honest items mostly neither', () => {
	const items = evenItems(20);
	const { answers, thetas, random } = examplePeople(12, 600, items);
	const odd = answers.map((row, person): Answers =>
		row.map((one, item) => {
			if (item === 9) return random() < 0.5 ? 1 : 0;
			return item === 10 ? (thetas[person]! > items[10]!.difficulty ? 1 : 0) : one;
		})
	);
	const abilities = odd.map((row) => warm(items, row)!.theta);
	const fits = itemFit(items, odd, abilities);
	expect([fits[9]!.flag, fits[10]!.flag]).toEqual(['noisy', 'redundant']);
	expect(fits[9]!.infit).toBeGreaterThan(1.2);

	const honest = itemFit(
		items,
		answers,
		answers.map((row) => warm(items, row)!.theta)
	);
	expect(honest.filter((fit) => fit!.flag).length).toBeLessThanOrEqual(4);
	expect(itemFit(items, [items.map(() => null)], [0])).toEqual(items.map(() => null));
	// Half right where half was expected: exactly what the model says.
	const even: Item[] = [{ slope: 1, difficulty: 0 }];
	expect(itemFit(even, [[1], [0], [1]], [0, 0, null])).toEqual([
		{ infit: 1, outfit: 1, answers: 2, flag: null }
	]);
});
