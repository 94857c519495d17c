import { expect, test } from 'vitest';
import { dotsOf, placeOn } from './picture.ts';

test('a line has room at both ends, and nothing leaves it', () => {
	expect([0, 3, 1.5, 7, -1].map((value) => placeOn(value, 3))).toEqual(['4%', '96%', '50%', '96%', '4%']);
	expect(placeOn(1, 0)).toBe('4%');
});

test('reviewers who agree stand one above the other at their score', () => {
	expect(dotsOf([2, 3, 2], 3).map(({ value, shift }) => [value, shift])).toEqual([
		[2, -6.5],
		[2, 6.5],
		[3, 0]
	]);
	expect(dotsOf([], 3)).toEqual([]);
});
