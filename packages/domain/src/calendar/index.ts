/**
 * Calendar days, written `YYYY-MM-DD` so that they compare as texts. A day has no time and no zone: whoever asks what
 * day it is names the zone. Periods given to people have a first and a last day.
 */

import { addDays } from './days.ts';

export { addDays, daysBetween, weekOf } from './days.ts';
export { localDay } from './local-day.ts';
export {
	addWorkingDays,
	workCalendar,
	workingDaysIn,
	workingOnOrAfter,
	workingOnOrBefore,
	type WorkCalendar
} from './work-calendar.ts';
export { calendarSource, holidayOn, isWeekend, isWorkingDay, type DaysOff } from './working-days.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that exists, written `2027-02-26`; `2026-02-30` is refused. */
export function isCalendarDate(value: unknown): value is string {
	const parts = typeof value === 'string' ? DATE.exec(value) : null;
	if (!parts) return false;

	const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** How many days the month (1–12) of the year has. */
export function daysIn(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function dayBefore(day: string): string {
	return addDays(day, -1);
}

export function dayAfter(day: string): string {
	return addDays(day, 1);
}

/**
 * The last day of so many whole months that begin on `from`: 36 months from 1 September 2025 last until 31 August 2028.
 * A month without the corresponding day ends the term on its own last day (Civil Code, article 192): 24 months from
 * 29 February 2024 last until 28 February 2026.
 */
export function lastDayOfMonths(from: string, months: number): string {
	const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
	const passed = year * 12 + month - 1 + months;
	const to = { year: Math.floor(passed / 12), month: (passed % 12) + 1 };
	const length = daysIn(to.year, to.month);

	return day > length ? dayOf(to, length) : dayBefore(dayOf(to, day));
}

/** A month or a day of a source as its first day: `2021-01` begins on 1 January 2021. */
export function firstDayOf(monthOrDay: string): string {
	return monthOrDay.length > 7 ? monthOrDay : `${monthOrDay}-01`;
}

/** The same as its last day: `2023-05` ends on 31 May 2023. */
export function lastDayOf(monthOrDay: string): string {
	if (monthOrDay.length > 7) return monthOrDay;
	const [year = 0, month = 0] = monthOrDay.split('-').map(Number);
	return dayOf({ year, month }, daysIn(year, month));
}

/** The later of days; an absent one is earlier than any. */
export function latest(...days: (string | null | undefined)[]): string {
	return days.reduce<string>((found, day) => (day && day > found ? day : found), '');
}

function isLeap(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function dayOf({ year, month }: { year: number; month: number }, day: number): string {
	return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
