import { dayAfter, daysBetween, latest } from '../calendar/index.ts';
import { knownOn, type SignedDecision } from './standing.ts';
import { periodOn, periodsOf } from './status.ts';

/** Days before the end of a term at which people are warned (R25). */
export const WARNING_DAYS = [90, 30, 7] as const;
export type WarningDays = (typeof WARNING_DAYS)[number];

/** The nearest warning that is due: so many days or fewer are left, the last day included; null while it is early or over. */
export function warningDue(lastDay: string, today: string): WarningDays | null {
	const left = daysBetween(today, lastDay);
	if (left < 0) return null;
	return WARNING_DAYS.findLast((days) => left <= days) ?? null;
}

/** A term that ends soon: `days` are those left after today. */
export type Ending = { lastDay: string; days: number; warning: WarningDays };

/** What is due to be told about the end of a site's status (R25): nothing when another term follows without a gap. */
export function endingOn(decisions: readonly SignedDecision[], today: string): Ending | null {
	const periods = periodsOf(knownOn(decisions, today));
	const now = periodOn(periods, today);
	if (!now) return null;

	const lastDay = periods.reduce(
		(day, { from, lastDay }) => (from <= dayAfter(day) ? latest(day, lastDay) : day),
		now.lastDay
	);
	const warning = warningDue(lastDay, today);
	return warning && { lastDay, days: daysBetween(today, lastDay), warning };
}
