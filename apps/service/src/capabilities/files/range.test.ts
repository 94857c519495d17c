import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from './range.ts';

test.each([
	[undefined, 'all'],
	['bytes=0-', { start: 0, end: 99 }],
	['bytes=10-19', { start: 10, end: 19 }],
	['bytes=90-500', { start: 90, end: 99 }],
	['bytes=-10', { start: 90, end: 99 }],
	['bytes=-500', { start: 0, end: 99 }],
	['bytes=100-', 'outside'],
	['bytes=-0', 'outside'],
	['bytes=20-10', 'all'],
	['bytes=-', 'all'],
	['bytes=0-1,5-6', 'all'],
	['items=0-1', 'all']
])('%j of a hundred bytes: %j', (header, range) => {
	expect(rangeOf(header, 100)).toEqual(range);
});

test('a range lies inside the file', () => {
	fc.assert(
		fc.property(fc.nat(), fc.option(fc.nat()), fc.integer({ min: 1, max: 1e6 }), (first, last, size) => {
			const range = rangeOf(`bytes=${first}-${last ?? ''}`, size);
			if (typeof range === 'string') return;
			expect([range.start >= 0, range.start <= range.end, range.end < size]).toEqual([true, true, true]);
		})
	);
});
