import { dayAfter, isCalendarDate } from '../../calendar/index.ts';
import type { StatusPeriod } from '../../sites/index.ts';
import { runsOf } from './due.ts';

/** Days that a report tells of, both included. */
export type Coverage = { from: string; to: string };

/**
 * The days that a new report covers: from the day after the last one (`coveredTo`), or the status's first day, to the
 * day on which it is due, or to today if that is earlier. The leader may say otherwise.
 */
export function coverageOf({
	periods,
	coveredTo,
	dueOn,
	today
}: {
	periods: readonly StatusPeriod[];
	coveredTo: string | null;
	dueOn: string | null;
	today: string;
}): Coverage {
	const to = dueOn !== null && dueOn < today ? dueOn : today;
	const begun = runsOf(periods).findLast(({ from }) => from <= to)?.from;
	const from = latestOf(coveredTo === null ? null : dayAfter(coveredTo), begun) ?? to;
	return { from: from > to ? to : from, to };
}

export type CoverageFault = {
	code: `report.${'period_missing' | 'period_backwards' | 'period_ahead'}`;
	field: 'from' | 'to';
};

/** What is wrong with the days that people gave: a report tells of what has been. */
export function coverageFaults({ from, to }: Coverage, today: string): CoverageFault[] {
	if (!isCalendarDate(from)) return [{ code: 'report.period_missing', field: 'from' }];
	if (!isCalendarDate(to)) return [{ code: 'report.period_missing', field: 'to' }];
	if (to < from) return [{ code: 'report.period_backwards', field: 'to' }];
	return to > today ? [{ code: 'report.period_ahead', field: 'to' }] : [];
}

function latestOf(one: string | null, other: string | undefined): string | undefined {
	if (one === null || other === undefined) return one ?? other;
	return one > other ? one : other;
}
