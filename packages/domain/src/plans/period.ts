import { addDays, dayAfter, daysBetween, isCalendarDate, lastDayOfMonths } from '../calendar/index.ts';
import type { RegulationPlan } from '../regulations/index.ts';

/** First and last day of a plan; without a last day it lasts as long as the site. */
export type Period = { from: string; lastDay: string | null };

export type PeriodKind = RegulationPlan['period'];

export type PeriodFault = {
	code: `plan.${'period_missing' | 'period_backwards' | 'not_school_year' | 'not_calendar_year'}`;
	field: 'from' | 'lastDay';
};

/** The period that a day lies in, where the profile says what a period is; null where people must say it (R52). */
export function periodAround(kind: PeriodKind, day: string): Period | null {
	const year = Number(day.slice(0, 4));
	switch (kind) {
		case 'school_year':
			return schoolYear(day.slice(5) >= '09-01' ? year : year - 1);
		case 'calendar_year':
			return calendarYear(year);
		case 'unbounded':
			return { from: day, lastDay: null };
		case 'unspecified':
			return null;
	}
}

/** Everything that is wrong with the days that people gave for a plan. */
export function periodFaults(kind: PeriodKind, { from, lastDay }: Period): PeriodFault[] {
	if (!isCalendarDate(from)) return [{ code: 'plan.period_missing', field: 'from' }];
	if (lastDay === null)
		return kind === 'unbounded' ? [] : [{ code: 'plan.period_missing', field: 'lastDay' }];
	if (!isCalendarDate(lastDay)) return [{ code: 'plan.period_missing', field: 'lastDay' }];
	if (lastDay < from) return [{ code: 'plan.period_backwards', field: 'lastDay' }];

	const whole = kind === 'school_year' || kind === 'calendar_year' ? periodAround(kind, from) : null;
	if (!whole) return [];
	const code = kind === 'school_year' ? 'plan.not_school_year' : 'plan.not_calendar_year';
	return [
		...(whole.from === from ? [] : [{ code, field: 'from' } as const]),
		...(whole.lastDay === lastDay ? [] : [{ code, field: 'lastDay' } as const])
	];
}

/**
 * The period right after: the next year, or one as long as this. Null for a plan that has no end, for nothing comes
 * after it.
 */
export function nextPeriod({ from, lastDay }: Period): { from: string; lastDay: string } | null {
	if (lastDay === null) return null;
	const months = monthsOf({ from, lastDay });
	const begins = dayAfter(lastDay);
	return {
		from: begins,
		lastDay: months ? lastDayOfMonths(begins, months) : addDays(begins, daysBetween(from, lastDay))
	};
}

/** A day of a period at its place in the next: the same date so many months later, or the same count of days. */
export function movedDay(day: string, { from, lastDay }: Period): string {
	if (lastDay === null) return day;
	const months = monthsOf({ from, lastDay });
	return months ? addMonths(day, months) : addDays(day, daysBetween(from, lastDay) + 1);
}

/** «2026/2027» of a school year, «2027» of a calendar year; null where only the days themselves name the period. */
export function yearsOf({ from, lastDay }: Period): { first: number; last: number } | null {
	if (lastDay === null || monthsOf({ from, lastDay }) !== 12) return null;
	return { first: Number(from.slice(0, 4)), last: Number(lastDay.slice(0, 4)) };
}

/** How many whole months a period lasts; 0 when it is not whole months. Begun after the 28th, it counts by days. */
function monthsOf({ from, lastDay }: { from: string; lastDay: string }): number {
	if (Number(from.slice(8)) > 28) return 0;
	const after = dayAfter(lastDay);
	return after.slice(8) === from.slice(8) ? monthNumber(after) - monthNumber(from) : 0;
}

/** The same day of a later month; a month without it gives its last day: 29 February is followed by 28 February. */
function addMonths(day: string, months: number): string {
	const first = `${day.slice(0, 8)}01`;
	const length = Number(lastDayOfMonths(first, months + 1).slice(8));
	const month = dayAfter(lastDayOfMonths(first, months)).slice(0, 8);
	return `${month}${String(Math.min(Number(day.slice(8)), length)).padStart(2, '0')}`;
}

function monthNumber(day: string): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function schoolYear(first: number): Period {
	return { from: `${first}-09-01`, lastDay: `${first + 1}-08-31` };
}

function calendarYear(year: number): Period {
	return { from: `${year}-01-01`, lastDay: `${year}-12-31` };
}
