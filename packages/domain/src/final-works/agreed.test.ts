import { expect, test } from 'vitest';
import { agreedOn, plainMean } from './index.ts';

test.each([
	[[10, 11, 12], 'good'],
	[[10, 12, 15], 'fair'],
	[[4, 12, 15], 'poor'],
	[[12], null],
	[[], null]
])('R117: sums of %j out of 18 agree: %s', (sums, word) => {
	expect(agreedOn(sums, 18)).toBe(word);
});

test('R117: the plain mean stands to a tenth', () => {
	expect([plainMean([10, 11, 11]), plainMean([])]).toEqual([10.7, null]);
});
