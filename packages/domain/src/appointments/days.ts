import { dayBefore } from '../calendar/index.ts';

/**
 * Days for which an act appoints somebody to an office, both included (R30, R33). No first day: before this was kept
 * here. One that was called off is empty.
 */
export type Appointed = { personId: string; from: string | null; lastDay: string | null };

/** `signedOn`: the day of the act. `from`: the first day of what it says. */
export type Change = { from: string; signedOn: string; today: string };

/** Why nothing can change from this day on, and the day that would do. */
export type DayFault = { why: 'before_act' | 'before_previous'; limit: string };

/** Whoever is in office on the day or was to come after it: those whom a change from that day on ends. */
export function standingFrom<A extends Appointed>(appointed: readonly A[], day: string): A[] {
	return appointed.filter((one) => !isEmpty(one) && (one.lastDay === null || one.lastDay >= day));
}

/** Whether somebody is in office on the day. */
export function holdsOn({ from, lastDay }: Pick<Appointed, 'from' | 'lastDay'>, day: string): boolean {
	return (from === null || from <= day) && (lastDay === null || day <= lastDay);
}

/** The last day of one whom a change ends; of one who has not begun by then, the day before the first. */
export function lastDayWhenEnded({ from }: Pick<Appointed, 'from'>, changedOn: string): string {
	return dayBefore(from !== null && from > changedOn ? from : changedOn);
}

/** Nothing works before the act that says it, nor before whoever is in office has begun. What is ahead is called off. */
export function dayFault(
	appointed: readonly Appointed[],
	{ from, signedOn, today }: Change
): DayFault | null {
	const begun = appointed.flatMap((one) =>
		!isEmpty(one) && one.from !== null && one.from <= today ? one.from : []
	);
	const previous = begun.toSorted().at(-1);
	if (from < signedOn) return { why: 'before_act', limit: signedOn };
	return previous !== undefined && from < previous ? { why: 'before_previous', limit: previous } : null;
}

/** Why these people cannot be relieved from the day on; null when they can. */
export function relievingFault(
	appointed: readonly Appointed[],
	change: Change
): DayFault | { why: 'nobody' } | null {
	return (
		dayFault(appointed, change) ??
		(standingFrom(appointed, change.from).length === 0 ? { why: 'nobody' } : null)
	);
}

function isEmpty({ from, lastDay }: Appointed): boolean {
	return from !== null && lastDay !== null && lastDay < from;
}
