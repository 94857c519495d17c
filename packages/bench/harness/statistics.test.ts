import { expect, test } from 'vitest';
import { quantile, ratios, spread } from './statistics.ts';

test('the median of five rounds is the third of them, with the least and the greatest beside it', () => {
	expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, min: 1, max: 5 });
});

test('the 99th of a hundred values is the last but one', () => {
	const values = Array.from({ length: 100 }, (_, n) => n + 1);
	expect([quantile(values, 0.99), quantile(values, 1), quantile(values, 0)]).toEqual([99, 100, 1]);
});

test('nothing measured is not zero', () => {
	expect(spread([])).toEqual({ median: Number.NaN, min: Number.NaN, max: Number.NaN });
});

test('ratios are taken round by round, so that a slow minute of the machine touches both sides', () => {
	expect(ratios([10, 40], [5, 10])).toEqual([2, 4]);
});
