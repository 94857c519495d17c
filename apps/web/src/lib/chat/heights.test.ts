import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowAt, topsOf } from './heights.ts';
import type { Row } from './rows.ts';

const rows = (count: number): Row[] =>
	Array.from({ length: count }, (_, at) => ({ kind: 'day', key: `${at}`, day: '2027-02-26' }));

test('rows begin where the rows before them end; one that was not measured is guessed', () => {
	expect([
		...topsOf(
			rows(3),
			new Map([
				['0', 10],
				['2', 30]
			])
		)
	]).toEqual([0, 10, 50, 80]);
	expect([...topsOf([], new Map())]).toEqual([0]);
});

test('the row at a height is the one that covers it', () => {
	const heights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 50 });
	fc.assert(
		fc.property(heights, fc.integer({ min: -10, max: 3000 }), (all, height) => {
			const tops = topsOf(rows(all.length), new Map(all.map((one, at) => [`${at}`, one])));
			const within = Math.min(Math.max(height, 0), (tops.at(-1) ?? 0) - 1);
			const at = rowAt(tops, height);
			expect([at, (tops[at] ?? 0) <= within, (tops[at + 1] ?? 0) > within]).toEqual([at, true, true]);
		})
	);
});
