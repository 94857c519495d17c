import { daysBetween } from '../calendar/index.ts';

/** Days before the end of a term at which people are warned (R25). */
export const WARNING_DAYS = [90, 30, 7] as const;
export type WarningDays = (typeof WARNING_DAYS)[number];

/** The nearest warning that is due: so many days or fewer are left, the last day included; null while it is early or over. */
export function warningDue(lastDay: string, today: string): WarningDays | null {
	const left = daysBetween(today, lastDay);
	if (left < 0) return null;
	return WARNING_DAYS.findLast((days) => left <= days) ?? null;
}
