import { daysIn, firstDayOf, isCalendarDate } from '../../calendar/index.ts';
import { error, warning } from '../../imports/index.ts';
import type { Finding } from '../finding.ts';
import type { RegulationTerm } from '../profile.ts';
import type { Check } from './check.ts';

const MONTH_OR_DAY = /^\d{4}-\d{2}(-\d{2})?$/;
const TERM = 'status.term';

/** A term says how long it lasts or when it ends, and its dates and the day of the report are in the calendar. */
export const DATES: Check[] = [
	{ of: ['status'], find: ({ status }) => ofTerm(status.term) },
	{ of: ['report'], find: ({ report }) => (report.deadline ? ofDeadline(report.deadline) : []) }
];

function ofTerm(term: RegulationTerm): Finding[] {
	const { kind, max_months: months, starts, ends } = term;
	const dates = { starts, ends };
	// Only the end of a project decides anything; elsewhere the source may use words of its own.
	const tell = kind === 'bound_to_project' ? error : warning;
	return [
		...(kind === 'max_duration' && !(months && months >= 1) ? monthsMissing(months) : []),
		...(kind === 'bound_to_project' && !ends ? [error(`${TERM}.ends`, 'term.end_missing')] : []),
		...Object.entries(dates).flatMap(([name, date]) =>
			date && !isPossible(date) ? [tell(`${TERM}.${name}`, 'date.impossible', { found: date })] : []
		),
		...(starts && ends && ends < starts.slice(0, ends.length)
			? [tell(`${TERM}.ends`, 'term.ends_before_start', { found: ends, limit: starts })]
			: [])
	];
}

function monthsMissing(months: number | null | undefined): Finding[] {
	return [error(`${TERM}.max_months`, 'term.months_missing', { found: months ?? '' })];
}

function isPossible(date: string): boolean {
	return MONTH_OR_DAY.test(date) && isCalendarDate(firstDayOf(date));
}

/** The 29th of February is a day of some years, so a yearly deadline may not stand on it. */
function ofDeadline({ month, day }: { month: number; day: number }): Finding[] {
	const found = `${day}.${String(month).padStart(2, '0')}`;
	return day <= daysIn(2001, month) ? [] : [error('report.deadline.day', 'date.impossible', { found })];
}
