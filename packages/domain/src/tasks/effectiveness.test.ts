import fc from 'fast-check';
import { expect, test } from 'vitest';
import scenario from '../golden/scenario-adhd.json' with { type: 'json' };
import { effectiveness, type Measurements } from './index.ts';

test.each(scenario.effectiveness)(
	'R107: golden card of $card.person: $card.indicator',
	({ card, expected }) => {
		expect(effectiveness(card as Measurements)).toEqual({
			baselineMean: expected.baseline_mean,
			afterMean: expected.after_mean,
			changePercent: expected.change_percent,
			difference: 'difference' in expected ? expected.difference : null,
			verdict: expected.verdict
		});
	}
);

test.each<[number[], number[], 'растёт' | 'снижается', number, string]>([
	[[10, 10, 10], [12, 12, 12], 'растёт', 20, 'заметное улучшение'],
	[[1000, 1000], [1199, 1200], 'растёт', 20, 'небольшое улучшение'],
	[[10, 10, 10], [10, 10, 11.5], 'растёт', 5, 'небольшое улучшение'],
	[[1000, 1000], [1049, 1050], 'растёт', 5, 'без изменений'],
	[[7, 7, 7], [7, 7, 7], 'растёт', 0, 'без изменений'],
	[[20, 20], [19, 19], 'растёт', -5, 'без изменений'],
	[[20, 20], [21, 21], 'снижается', -5, 'без изменений'],
	[[1000, 1000], [949, 950], 'растёт', -5.1, 'ухудшение'],
	[[2, 4], [1, 2], 'растёт', -50, 'ухудшение'],
	[[2, 4], [1, 2], 'снижается', 50, 'заметное улучшение'],
	[[8, 8], [0, 0], 'снижается', 100, 'заметное улучшение'],
	[[16], [17], 'растёт', 6.3, 'небольшое улучшение'],
	[[16], [17], 'снижается', -6.3, 'ухудшение']
])('R107: %j became %j, better %s: %f %%, %s', (baseline, after, better_is, changePercent, verdict) => {
	expect(effectiveness({ baseline, after, better_is })).toMatchObject({
		changePercent,
		verdict,
		difference: null
	});
});

test('R107: decimals that binary numbers cannot hold are judged as they are written', () => {
	expect(
		effectiveness({ baseline: [0.1, 0.2, 0.3], after: [0.24, 0.24, 0.24], better_is: 'растёт' })
	).toEqual({
		baselineMean: 0.2,
		afterMean: 0.24,
		changePercent: 20,
		difference: null,
		verdict: 'заметное улучшение'
	});
	expect(
		effectiveness({ baseline: [1.1, 1.1, 1.1], after: [1.045, 1.045, 1.045], better_is: 'растёт' })
	).toMatchObject({
		afterMean: 1.05,
		changePercent: -5,
		verdict: 'без изменений'
	});
});

test('R107: with a zero baseline only the difference is given, whichever way is better', () => {
	const zero = { baselineMean: 0, changePercent: null, verdict: 'разность' };

	expect(effectiveness({ baseline: [0, 0], after: [3, 4], better_is: 'снижается' })).toEqual({
		...zero,
		afterMean: 3.5,
		difference: 3.5
	});
	expect(effectiveness({ baseline: [-1, 1], after: [0], better_is: 'растёт' })).toEqual({
		...zero,
		afterMean: 0,
		difference: 0
	});
});

test.each([
	[[], [1]],
	[[1], []],
	[[Number.NaN], [1]],
	[[1], [Infinity]],
	[undefined, [1]],
	['123', [1]]
])('R107: %j and %j are not measurements yet', (baseline, after) => {
	expect(effectiveness({ baseline, after, better_is: 'растёт' } as Measurements)).toBeNull();
});

test('R107: the change turned round is the same change with the other sign, and the order of measuring is nothing', () => {
	const values = fc.array(
		fc.integer({ min: 0, max: 400 }).map((n) => n / 4),
		{ minLength: 1, maxLength: 8 }
	);

	fc.assert(
		fc.property(values, values, (baseline, after) => {
			const up = effectiveness({ baseline, after, better_is: 'растёт' });
			const down = effectiveness({ baseline, after, better_is: 'снижается' });
			const shuffled = effectiveness({
				baseline: baseline.toReversed(),
				after: after.toReversed(),
				better_is: 'растёт'
			});

			expect(shuffled).toEqual(up);
			if (up?.changePercent == null) expect(down).toEqual(up);
			else expect(down?.changePercent).toBe(0 - up.changePercent);
		})
	);
});

test('R107: the verdict agrees with plain arithmetic wherever that is far from a bound', () => {
	const values = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 6 });
	const average = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;

	fc.assert(
		fc.property(values, values, (baseline, after) => {
			const change = ((average(after) - average(baseline)) / average(baseline)) * 100;
			if ([20, 5, -5].some((bound) => Math.abs(change - bound) < 1e-6)) return;

			const verdicts = ['заметное улучшение', 'небольшое улучшение', 'без изменений', 'ухудшение'];
			const verdict = verdicts[[20, 5, -5].filter((bound) => change < bound).length];
			const figures = effectiveness({ baseline, after, better_is: 'растёт' });

			expect(figures?.verdict).toBe(verdict);
			expect(Math.abs((figures?.changePercent ?? NaN) - change)).toBeLessThan(0.05 + 1e-9);
			expect(Math.abs((figures?.baselineMean ?? NaN) - average(baseline))).toBeLessThan(0.005 + 1e-9);
		})
	);
});
