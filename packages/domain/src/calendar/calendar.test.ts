import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addDays,
	daysBetween,
	firstDayOf,
	isCalendarDate,
	lastDayOf,
	lastDayOfMonths,
	latest
} from './index.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

test.each([
	['2025-09-01', 36, '2028-08-31'],
	['2024-02-29', 12, '2025-02-28'],
	['2024-02-29', 24, '2026-02-28'],
	['2024-02-29', 48, '2028-02-28'],
	['2024-03-01', 24, '2026-02-28'],
	['2025-03-01', 36, '2028-02-29'],
	['2025-08-31', 6, '2026-02-28'],
	['2025-08-31', 12, '2026-08-30'],
	['2025-01-31', 1, '2025-02-28'],
	['2025-12-31', 2, '2026-02-28'],
	['2025-12-15', 1, '2026-01-14']
])('%s and %i months end on %s', (from, months, last) => {
	expect(lastDayOfMonths(from, months)).toBe(last);
});

test('a longer term never ends earlier, and a month is 28 to 31 days', () => {
	fc.assert(
		fc.property(day, fc.integer({ min: 1, max: 120 }), (from, months) => {
			const last = lastDayOfMonths(from, months);
			expect(isCalendarDate(last)).toBe(true);
			expect(daysBetween(last, lastDayOfMonths(from, months + 1))).toBeGreaterThanOrEqual(28);
			expect(daysBetween(last, lastDayOfMonths(from, months + 1))).toBeLessThanOrEqual(31);
		})
	);
});

test('a month of a source begins on its first day and ends on its last one', () => {
	expect([firstDayOf('2021-01'), lastDayOf('2023-05'), lastDayOf('2024-02')]).toEqual([
		'2021-01-01',
		'2023-05-31',
		'2024-02-29'
	]);
	expect([firstDayOf('2021-01-15'), lastDayOf('2021-01-15')]).toEqual(['2021-01-15', '2021-01-15']);
});

test('the latest of days leaves absent ones out', () => {
	expect([latest('2021-01-02', null, '2021-01-01'), latest(undefined, null)]).toEqual(['2021-01-02', '']);
});
