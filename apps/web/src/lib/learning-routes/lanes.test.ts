import { expect, test } from 'vitest';
import { lanesOf } from './lanes.ts';

test('R94: marks that would cover one another stand in lanes, the others on the line', () => {
	expect(lanesOf([5, 20, 24, 28, 60], 12)).toEqual([0, 0, 1, 2, 0]);
	expect(lanesOf([5, 20, 24, 28, 60], 4)).toEqual([0, 0, 0, 0, 0]);
	expect(lanesOf([100, 100], 5)).toEqual([0, 1]);
	expect(lanesOf([], 5)).toEqual([]);
});
