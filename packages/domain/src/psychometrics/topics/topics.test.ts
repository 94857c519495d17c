import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../matching/random.ts';
import { normal } from '../../peer-marks/chance.ts';
import { evenItems, examplePeople } from '../example-people.ts';
import {
	cronbachAlpha,
	shrunkenScore,
	subscoreWorth,
	topicByAbility,
	topicByPoints,
	warm,
	type Answers
} from '../index.ts';

describe('what may be said of a topic', () => {
	const items = evenItems(8, 1);
	const wrong: Answers = items.map(() => 0);

	test('needs work only where the upper end of the 80 % interval is below the line', () => {
		const { theta, se } = warm(items, wrong)!;
		const found = topicByAbility(items, wrong, 0);
		expect(found).toEqual({
			verdict: 'needs_work',
			items: 8,
			estimate: theta,
			interval: {
				low: expect.closeTo(theta - 1.2815516 * se, 6),
				high: expect.closeTo(theta + 1.2815516 * se, 6)
			}
		});
		const line = found.interval!.high;
		expect(topicByAbility(items, wrong, line).verdict).toBe('not_enough_evidence');
		expect(topicByAbility(items, wrong, line + 1e-9).verdict).toBe('needs_work');
	});

	test('everything right is never «needs work» at a sensible line, and is no praise either', () => {
		expect(
			topicByAbility(
				items,
				items.map(() => 1),
				0
			).verdict
		).toBe('not_enough_evidence');
	});

	test('below five answered items nothing is said', () => {
		const four = wrong.map((one, n) => (n < 4 ? one : null));
		const silent = { verdict: 'not_enough_evidence', items: 4, estimate: null, interval: null };
		expect(topicByAbility(items, four, 9)).toEqual(silent);
		expect(topicByPoints({ score: 0, se: 0.1 }, 4, 9)).toEqual(silent);
		expect(topicByPoints({ score: 0, se: 0.1 }, 5, 9).verdict).toBe('needs_work');
	});

	test('of those who stand just at the line at most about a tenth are told to work', () => {
		const theta = 0.2;
		const { random } = examplePeople(8, 1, items);
		const told = Array.from({ length: 1500 }, () => {
			const row = items.map(({ difficulty }): 0 | 1 =>
				random() < 1 / (1 + Math.exp(difficulty - theta)) ? 1 : 0
			);
			return Number(topicByAbility(items, row, theta).verdict === 'needs_work');
		});
		expect(told.reduce((sum, one) => sum + one, 0) / told.length).toBeLessThan(0.13);
	});
});

test('a short score is drawn to the mean of its group (Kelley)', () => {
	expect(shrunkenScore(2, { mean: 6, sd: 2, reliability: 0.75 })).toEqual({
		score: 3,
		se: expect.closeTo(2 * Math.sqrt(0.75 * 0.25), 12)
	});
	expect(shrunkenScore(2, { mean: 6, sd: 2, reliability: -0.2 })).toEqual({ score: 6, se: 0 });
	expect(shrunkenScore(2, { mean: 6, sd: 2, reliability: 1 })).toEqual({ score: 2, se: 0 });
});

describe('whether a sub-score adds to the total (Haberman 2008)', () => {
	/** Two topics of ten questions each; how alike their true scores are is told by `shared`. */
	function twoTopics(shared: number, seed: number) {
		const random = randomFrom(seed);
		return Array.from({ length: 400 }, () => {
			const common = normal(random) * Math.sqrt(shared);
			return [0, 1].flatMap(() => {
				const own = common + normal(random) * Math.sqrt(1 - shared);
				return Array.from({ length: 10 }, () => own + 1.5 * normal(random));
			});
		});
	}
	const first = Array.from({ length: 10 }, (_, n) => n);

	test('it does for a topic of its own, and does not where all topics are one', () => {
		expect(subscoreWorth(twoTopics(0.1, 3), first)!.addsToTotal).toBe(true);
		expect(subscoreWorth(twoTopics(1, 3), first)!.addsToTotal).toBe(false);
	});

	test('the total of unrelated topics tells half of one; of one topic it tells its own reliability', () => {
		const apart = subscoreWorth(twoTopics(0, 5), first)!;
		expect(Math.abs(apart.byTotal - apart.bySubscore / 2)).toBeLessThan(0.06);
		const one = twoTopics(1, 5);
		const { byTotal } = subscoreWorth(one, first)!;
		expect(Math.abs(byTotal - cronbachAlpha(one)!)).toBeLessThan(0.02);
	});

	test('a topic that is the whole test tells exactly what the total does', () => {
		const whole = subscoreWorth(
			twoTopics(0.5, 2),
			Array.from({ length: 20 }, (_, n) => n)
		)!;
		expect(whole.byTotal).toBeCloseTo(whole.bySubscore, 12);
		expect(whole.addsToTotal).toBe(false);
	});

	test('nothing is told of one item, of items that contradict each other, of nobody', () => {
		expect(subscoreWorth(twoTopics(0.5, 2), [4])).toBeNull();
		expect(
			subscoreWorth(
				[
					[1, 0, 1],
					[0, 1, 0],
					[1, 0, 0]
				],
				[0, 1]
			)
		).toBeNull();
		expect(subscoreWorth([], [0, 1])).toBeNull();
	});
});
