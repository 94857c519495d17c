import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenItems, examplePeople } from '../example-people.ts';
import { chanceOf, expected, informationOf, nextItem, stopReason, type BankItem } from '../index.ts';

const TOPICS = ['речь', 'темп', 'связь', 'опора'];

/** Sixty items in four topics, each topic as wide as the whole. */
const BANK: BankItem[] = evenItems(60, 2.5, 1.2).map((item, n) => ({
	...item,
	key: `item-${String(n).padStart(2, '0')}`,
	topic: TOPICS[n % TOPICS.length]!
}));

describe('the next item', () => {
	test('is one of the five that tell most, each by its share of chance', () => {
		const bank = BANK.map((item) => ({ ...item, topic: 'одна' }));
		const best = bank.toSorted((a, b) => informationOf(b, 0.3) - informationOf(a, 0.3)).slice(0, 5);
		const chosen = [0, 0.2, 0.4, 0.6, 0.8].map(
			(chance) => nextItem({ bank, asked: new Set(), theta: 0.3, chance: chance + 0.1 })!.key
		);
		expect(chosen).toEqual(best.map(({ key }) => key));
	});

	test('is never one that was asked, and there is none when all were', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(59)), fc.double({ min: 0, max: 0.999999, noNaN: true }), (had, chance) => {
				const asked = new Set(had.map((n) => BANK[n]!.key));
				const found = nextItem({ bank: BANK, asked, theta: 0, chance });
				expect(found === null ? asked.size : asked.has(found.key)).toBe(found === null ? 60 : false);
			})
		);
		const all = new Set(BANK.map(({ key }) => key));
		expect(nextItem({ bank: BANK, asked: all, theta: 0, chance: 0.5 })).toBeNull();
	});

	test('goes round the topics by their shares', () => {
		const shares = { речь: 2, темп: 1, связь: 1, опора: 0 };
		const asked = new Set<string>();
		const topics: string[] = [];
		for (let turn = 0; turn < 12; turn++) {
			const item = nextItem({ bank: BANK, asked, theta: 0, chance: 0.5, shares })!;
			asked.add(item.key);
			topics.push(item.topic);
		}
		expect(TOPICS.map((topic) => topics.filter((one) => one === topic).length)).toEqual([6, 3, 3, 0]);
	});
});

test.each([
	[0.41, 24, null],
	[0.4, 10, 'precise'],
	[0.41, 25, 'long'],
	[0.2, 25, 'precise']
] as const)('at an error of %d after %i items the test ends: %s', (se, asked, reason) => {
	expect(stopReason({ se, asked })).toBe(reason);
});

test('P12: the adaptive test comes to an error of .4 with at most 60 % of the items, and finds people where they are', () => {
	const { thetas, random } = examplePeople(21, 300, []);
	const runs = thetas.map((truth) => {
		const asked = new Map<string, 0 | 1>();
		let known = { theta: 0, se: 1 };
		while (stopReason({ se: known.se, asked: asked.size }) === null) {
			const item = nextItem({
				bank: BANK,
				asked: new Set(asked.keys()),
				theta: known.theta,
				chance: random()
			})!;
			asked.set(item.key, random() < chanceOf(item, truth) ? 1 : 0);
			known = expected(
				BANK,
				BANK.map(({ key }) => asked.get(key) ?? null)
			);
		}
		const topics = TOPICS.map((topic) => BANK.filter((i) => i.topic === topic && asked.has(i.key)).length);
		return {
			...known,
			truth,
			asked: asked.size,
			uneven: Math.max(...topics) - Math.min(...topics),
			keys: asked
		};
	});
	const precise = runs.filter(({ se }) => se <= 0.4);
	expect(precise.length / runs.length).toBeGreaterThan(0.97);
	expect(Math.max(...precise.map(({ asked }) => asked))).toBeLessThanOrEqual(0.6 * BANK.length);
	const error = Math.sqrt(runs.reduce((sum, run) => sum + (run.theta - run.truth) ** 2, 0) / runs.length);
	expect(error).toBeLessThan(0.44);
	expect(Math.max(...runs.map(({ uneven }) => uneven))).toBeLessThanOrEqual(1);
	// No item is shown to nearly everybody.
	const shown = BANK.map(({ key }) => runs.filter(({ keys }) => keys.has(key)).length / runs.length);
	expect(Math.max(...shown)).toBeLessThan(0.8);
});
