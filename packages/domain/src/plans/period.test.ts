import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayAfter, daysBetween, isCalendarDate } from '../calendar/index.ts';
import { movedDay, nextPeriod, periodAround, periodFaults, yearsOf, type PeriodKind } from './period.ts';
import { movedRow } from './row.ts';

const day = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays('2020-01-01', days));
const bounded = fc
	.record({ from: day, days: fc.integer({ min: 0, max: 1_200 }) })
	.map(({ from, days }) => ({ from, lastDay: addDays(from, days) }));
const years = fc.constantFrom<PeriodKind>('school_year', 'calendar_year');

test.each([
	['school_year', '2026-08-31', '2025-09-01', '2026-08-31'],
	['school_year', '2026-09-01', '2026-09-01', '2027-08-31'],
	['school_year', '2028-02-29', '2027-09-01', '2028-08-31'],
	['calendar_year', '2026-12-31', '2026-01-01', '2026-12-31'],
	['calendar_year', '2027-01-01', '2027-01-01', '2027-12-31']
] as const)('R52: the %s around %s lasts from %s to %s', (kind, on, from, lastDay) => {
	expect(periodAround(kind, on)).toEqual({ from, lastDay });
	expect(periodFaults(kind, { from, lastDay })).toEqual([]);
});

test('a source that is silent about the period asks for it; one without an end needs no last day', () => {
	expect(periodAround('unspecified', '2026-11-22')).toBeNull();
	expect(periodFaults('unspecified', { from: '2026-11-22', lastDay: null })).toEqual([
		{ code: 'plan.period_missing', field: 'lastDay' }
	]);
	expect(periodFaults('unbounded', { from: '2026-11-22', lastDay: null })).toEqual([]);
	expect(periodFaults('unspecified', { from: '2026-11-22', lastDay: '2026-11-21' })).toEqual([
		{ code: 'plan.period_backwards', field: 'lastDay' }
	]);
	expect(periodFaults('school_year', { from: '2026-09-02', lastDay: '2027-08-30' })).toEqual([
		{ code: 'plan.not_school_year', field: 'from' },
		{ code: 'plan.not_school_year', field: 'lastDay' }
	]);
});

test('every day lies in the year around it, and the next year begins right after', () => {
	fc.assert(
		fc.property(years, day, (kind, on) => {
			const around = periodAround(kind, on)!;
			expect(around.from <= on && on <= around.lastDay!).toBe(true);
			expect(nextPeriod(around)).toEqual(periodAround(kind, dayAfter(around.lastDay!)));
		})
	);
});

test('a copied day stays within the next period, and days keep their order', () => {
	fc.assert(
		fc.property(bounded, fc.nat(), fc.nat(), (period, first, second) => {
			const length = daysBetween(period.from, period.lastDay) + 1;
			const [a, b] = [first % length, second % length].toSorted((x, y) => x - y) as [number, number];
			const moved = [a, b].map((days) => movedDay(addDays(period.from, days), period));
			const next = nextPeriod(period)!;

			expect(next.from).toBe(dayAfter(period.lastDay));
			expect(moved.every((on) => isCalendarDate(on) && next.from <= on && on <= next.lastDay)).toBe(true);
			expect(moved[0]! <= moved[1]!).toBe(true);
			expect(movedDay(period.from, period)).toBe(next.from);
		})
	);
});

test('a row of a school year keeps its date; 29 February is followed by 28 February', () => {
	const period = { from: '2027-09-01', lastDay: '2028-08-31' };
	expect(movedRow({ from: '2028-02-29', lastDay: '2028-03-15' }, period)).toEqual({
		from: '2029-02-28',
		lastDay: '2029-03-15'
	});
	expect(movedRow({ from: null, lastDay: null }, period)).toEqual({ from: null, lastDay: null });
});

test('a plan without an end has no next one', () => {
	expect(nextPeriod({ from: '2026-09-01', lastDay: null })).toBeNull();
});

test('a period of odd length is followed by one as long', () => {
	expect(nextPeriod({ from: '2026-09-01', lastDay: '2026-09-10' })).toEqual({
		from: '2026-09-11',
		lastDay: '2026-09-20'
	});
	expect(nextPeriod({ from: '2026-10-15', lastDay: '2027-01-14' })).toEqual({
		from: '2027-01-15',
		lastDay: '2027-04-14'
	});
});

test('only whole years have a name by years', () => {
	expect(yearsOf({ from: '2026-09-01', lastDay: '2027-08-31' })).toEqual({ first: 2026, last: 2027 });
	expect(yearsOf({ from: '2026-01-01', lastDay: '2026-12-31' })).toEqual({ first: 2026, last: 2026 });
	expect(yearsOf({ from: '2026-01-01', lastDay: '2026-06-30' })).toBeNull();
});
