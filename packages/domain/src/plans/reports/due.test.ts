import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isCalendarDate, localDay } from '../../calendar/index.ts';
import { periodOn, periodsOf, type StatusPeriod } from '../../sites/index.ts';
import { coverageFaults, coverageOf, deadlineIn, duesOf, isLateReport, runsOf, standingOf } from './index.ts';

const JUNE = { month: 6, day: 1 };
const active = (from: string, lastDay: string, terminated = false): StatusPeriod => ({
	...{ state: 'active', from, lastDay, terminated }
});
const days = (periods: StatusPeriod[], today: string, since = '2000-01-01') =>
	duesOf({ deadline: JUNE, periods, since, today }).map(({ dueOn, kind }) => `${dueOn} ${kind}`);

test('R126: a report is due by 1 June of every year in which the status lasts, and at its end', () => {
	const periods = [active('2024-09-01', '2027-08-31')];
	expect(days(periods, '2027-09-15')).toEqual([
		'2025-06-01 yearly',
		'2026-06-01 yearly',
		'2027-06-01 yearly',
		'2027-08-31 last'
	]);
	expect(days(periods, '2026-06-01')).toEqual(['2025-06-01 yearly', '2026-06-01 yearly']);
	expect(days(periods, '2026-06-02').at(-1)).toBe('2027-06-01 yearly');
	expect(days(periods, '2026-06-02', '2026-05-01')).toEqual(['2026-06-01 yearly', '2027-06-01 yearly']);
});

test('a status that begins or ends on the very day has its report, and the end asks for no second one', () => {
	expect(days([active('2026-06-01', '2027-06-01')], '2028-01-01')).toEqual([
		'2026-06-01 yearly',
		'2027-06-01 yearly'
	]);
	expect(days([active('2026-06-02', '2027-05-31')], '2028-01-01')).toEqual(['2027-05-31 last']);
});

test('a suspension goes on with the same reports; an end and a new status have their own', () => {
	const suspended = periodsOf([
		{ kind: 'grant', from: '2025-09-01', lastDay: '2027-08-31' },
		{ kind: 'suspend', from: '2026-05-01', lastDay: null },
		{ kind: 'resume', from: '2026-07-01', lastDay: null }
	]);
	expect(runsOf(suspended)).toEqual([{ from: '2025-09-01', lastDay: '2027-08-31' }]);
	expect(days(suspended, '2026-06-02')[0]).toBe('2026-06-01 yearly');

	const again = [active('2025-09-01', '2026-02-28', true), active('2026-03-01', '2027-02-28')];
	expect(days(again, '2027-06-02')).toEqual(['2026-02-28 last', '2026-06-01 yearly', '2027-02-28 last']);
	expect(days([active('2026-03-01', '2026-02-28', true)], '2027-01-01')).toEqual([]);
});

test('where the source is silent about the day nothing is due', () => {
	const periods = [active('2024-09-01', '2027-08-31')];
	expect(duesOf({ deadline: null, periods, since: '2000-01-01', today: '2028-01-01' })).toEqual([]);
});

test.each([
	[2027, '2027-02-28'],
	[2028, '2028-02-29'],
	[2100, '2100-02-28']
])('the end of February of %i is %s', (year, day) => {
	expect(deadlineIn({ month: 2, day: 29 }, year)).toBe(day);
});

test('R126: the day itself is in time by the clock of the site', () => {
	const moment = new Date('2027-06-01T17:30:00Z');
	expect(isLateReport('2027-06-01', localDay(moment, 'Europe/Kaliningrad'))).toBe(false);
	expect(isLateReport('2027-06-01', localDay(moment, 'Asia/Novokuznetsk'))).toBe(true);
	expect(standingOf('2027-06-01', null, '2027-06-01')).toBe('due');
	expect(standingOf('2027-06-01', 'returned', '2027-06-02')).toBe('overdue');
	expect(standingOf('2027-06-01', 'submitted', '2027-06-02')).toBe('handed_in');
	expect(standingOf(null, 'draft', '2027-06-02')).toBe('due');
});

const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01', count));
const deadlines = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });

test('every due day is a day of the status, at most one is ahead, and a later day forgets none', () => {
	const terms = fc.record({ from: day, length: fc.nat(1500), today: day, later: fc.nat(900) });
	fc.assert(
		fc.property(deadlines, terms, (deadline, { from, length, today, later }) => {
			const periods = [active(from, addDays(from, length))];
			const at = (now: string) => duesOf({ deadline, periods, since: '2000-01-01', today: now });
			const dues = at(today);
			expect(dues.every(({ dueOn }) => isCalendarDate(dueOn) && periodOn(periods, dueOn))).toBe(true);
			expect(dues.filter(({ dueOn }) => dueOn >= today).length).toBeLessThanOrEqual(1);
			expect(at(addDays(today, later)).slice(0, dues.length)).toEqual(dues);
		})
	);
});

test('a report covers the days after the last one, to the day when it was due or to today', () => {
	const periods = [active('2025-09-01', '2028-08-31')];
	const cover = (coveredTo: string | null, dueOn: string | null, today: string) =>
		coverageOf({ periods, coveredTo, dueOn, today });
	expect(cover(null, '2026-06-01', '2026-05-20')).toEqual({ from: '2025-09-01', to: '2026-05-20' });
	expect(cover(null, '2026-06-01', '2026-07-01')).toEqual({ from: '2025-09-01', to: '2026-06-01' });
	expect(cover('2026-05-20', '2027-06-01', '2027-05-30')).toEqual({ from: '2026-05-21', to: '2027-05-30' });
	expect(cover('2026-05-20', null, '2026-05-20')).toEqual({ from: '2026-05-20', to: '2026-05-20' });
	expect(cover(null, null, '2020-01-01')).toEqual({ from: '2020-01-01', to: '2020-01-01' });
});

test('the days that people give go forwards and do not tell of what is ahead', () => {
	const codes = (from: string, to: string) =>
		coverageFaults({ from, to }, '2027-05-01').map(({ code }) => code);
	expect(codes('2027-04-30', '2027-05-01')).toEqual([]);
	expect(codes('2027-02-30', '2027-05-01')).toEqual(['report.period_missing']);
	expect(codes('2027-04-30', '2027-04-29')).toEqual(['report.period_backwards']);
	expect(codes('2027-04-30', '2027-05-02')).toEqual(['report.period_ahead']);
});
