import { workingDaysIn, workingOnOrBefore, type WorkCalendar } from '../calendar/index.ts';
import type { Period, RouteItem } from './check-change.ts';

/**
 * The days of a route after its cohort has moved. What was sent or was due before today has happened and stays; the
 * others keep their place in the time that was left: a third of the way before is a third of the way after. Their order
 * stays, and every moved day is a working one.
 */
export function movedItems(
	items: readonly RouteItem[],
	happened: (item: RouteItem) => boolean,
	{ before, after, today }: { before: Period; after: Period; today: string },
	calendar: WorkCalendar
): RouteItem[] {
	const left = ({ startsOn, endsOn }: Period) =>
		workingDaysIn(startsOn > today ? startsOn : today, endsOn, calendar);
	const [was, is] = [left(before), left(after)];
	if (was.join() === is.join()) return [...items];

	let latest = '';
	return items.map((item) => {
		const kept = happened(item) || item.dueOn < today;
		const moved = kept ? item.dueOn : placeIn(item.dueOn, was, is, workingOnOrBefore(after.endsOn, calendar));
		const dueOn = kept || moved > latest ? moved : latest;
		if (dueOn > latest) latest = dueOn;
		return { ...item, dueOn };
	});
}

/**
 * The days of a route that its intern takes along into another cohort. What was sent stays; everything else, also what is
 * overdue, has the place in the days of the new cohort that are left which it had in the old one.
 */
export function carriedItems(
	items: readonly RouteItem[],
	happened: (item: RouteItem) => boolean,
	{ before, after, today }: { before: Period; after: Period; today: string },
	calendar: WorkCalendar
): RouteItem[] {
	const was = workingDaysIn(before.startsOn, before.endsOn, calendar);
	const from = after.startsOn > today ? after.startsOn : today;
	const is = workingDaysIn(from, after.endsOn, calendar);
	const last = workingOnOrBefore(after.endsOn, calendar);

	let latest = '';
	return items.map((item) => {
		if (happened(item)) return { ...item };
		const dueOn = placeIn(item.dueOn, was, is, last);
		if (dueOn > latest) latest = dueOn;
		return { ...item, dueOn: latest };
	});
}

/** Whole shares: the last day stays the last one, and with as many days as before each keeps its number. */
function placeIn(day: string, was: readonly string[], is: readonly string[], otherwise: string): string {
	const index = was.filter((one) => one < day).length;
	const share = was.length > 1 ? Math.min(index / (was.length - 1), 1) : 1;
	return is[Math.round(share * (is.length - 1))] ?? otherwise;
}
