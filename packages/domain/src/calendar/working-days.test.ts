import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addDays,
	addWorkingDays,
	calendarSource,
	holidayOn,
	isWorkingDay,
	weekOf,
	workCalendar,
	workingDaysIn,
	workingOnOrAfter,
	workingOnOrBefore
} from './index.ts';

const day = fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2026-01-01', days));

test('2026 is worked on 247 days, as the Government’s order has it', () => {
	expect(workingDaysIn('2026-01-01', '2026-12-31', workCalendar())).toHaveLength(247);
	expect(
		['2026-01-09', '2026-02-23', '2026-03-09', '2026-05-11', '2026-12-31'].filter((one) => isWorkingDay(one))
	).toEqual([]);
	expect(calendarSource(2026).settled).toBe(true);
});

test('a holiday on a weekend gives the next Monday, but for January’s; years without an order say so', () => {
	expect([holidayOn('2027-05-03'), holidayOn('2027-05-10'), holidayOn('2027-06-14')]).toEqual(
		Array(3).fill('Перенесённый выходной')
	);
	expect([holidayOn('2027-05-04'), holidayOn('2028-01-10'), holidayOn('2027-11-05')]).toEqual([
		null,
		null,
		null
	]);
	expect([calendarSource(2027).settled, calendarSource(2031).settled]).toEqual([false, false]);
});

test('a site’s days off are not worked and have their reason', () => {
	const calendar = workCalendar([{ firstDay: '2027-03-22', lastDay: '2027-03-28', title: 'Каникулы' }]);
	expect([calendar.isWorking('2027-03-24'), calendar.reasonOf('2027-03-24')]).toEqual([false, 'Каникулы']);
	expect([calendar.reasonOf('2027-03-27'), calendar.reasonOf('2027-02-23')]).toEqual([
		null,
		'День защитника Отечества'
	]);
	expect(addWorkingDays('2027-03-19', 1, calendar)).toBe('2027-03-29');
	expect(addWorkingDays('2027-03-29', -1, calendar)).toBe('2027-03-19');
});

test('so many working days on and back again is the same working day', () => {
	const calendar = workCalendar();
	fc.assert(
		fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
			const start = workingOnOrAfter(from, calendar);
			const there = addWorkingDays(start, days, calendar);
			expect(isWorkingDay(there)).toBe(true);
			expect(workingDaysIn(addDays(start, 1), there, calendar)).toHaveLength(days);
			expect(addWorkingDays(there, -days, calendar)).toBe(start);
			expect(workingOnOrBefore(from, calendar) <= from && from <= start).toBe(true);
		})
	);
});

test('a week begins on its Monday; a calendar without working days answers with the day itself', () => {
	expect([weekOf('2027-01-18'), weekOf('2027-01-24'), weekOf('2027-01-25')]).toEqual([
		'2027-01-18',
		'2027-01-18',
		'2027-01-25'
	]);
	const never = workCalendar([{ firstDay: '2020-01-01', lastDay: '2040-01-01', title: 'Закрыто' }]);
	expect(workingOnOrAfter('2027-01-18', never)).toBe('2027-01-18');
});
