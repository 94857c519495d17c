import { addDays, weekOf, workingDaysIn, type WorkCalendar } from '../calendar/index.ts';
import type { RouteItem } from './check-change.ts';

export type Effort = { task: string; minutes: number };

/** The minutes of a week's work on the route; `monday` names the week. */
export type WeekLoad = { monday: string; minutes: number; workingDays: number };

/**
 * How many minutes of work on the tasks fall on each week from `from` to the last due day. A task is worked on from the
 * day after the one before it was due; its minutes are shared evenly by the working days of that time.
 */
export function loadOf(
	items: readonly RouteItem[],
	efforts: readonly Effort[],
	from: string,
	calendar: WorkCalendar
): WeekLoad[] {
	const last = items.at(-1)?.dueOn;
	if (last === undefined) return [];
	const perDay = new Map<string, number>();
	for (const span of spansOf(items, from, calendar)) {
		const minutes = efforts.find(({ task }) => task === span.task)?.minutes ?? 0;
		for (const day of span.days) perDay.set(day, (perDay.get(day) ?? 0) + minutes / span.days.length);
	}

	const weeks: WeekLoad[] = [];
	for (let monday = weekOf(from < last ? from : last); monday <= last; monday = addDays(monday, 7)) {
		const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
		const minutes = days.reduce((sum, day) => sum + (perDay.get(day) ?? 0), 0);
		const workingDays = days.filter((day) => calendar.isWorking(day)).length;
		weeks.push({ monday, minutes: Math.round(minutes), workingDays });
	}
	return weeks;
}

export type Span = { task: string; days: string[] };

/** The working days that each task has; two tasks due on one day share it. */
export function spansOf(items: readonly RouteItem[], from: string, calendar: WorkCalendar): Span[] {
	let begin = from;
	return items.map(({ task, dueOn }) => {
		const found = begin <= dueOn ? workingDaysIn(begin, dueOn, calendar) : [];
		if (addDays(dueOn, 1) > begin) begin = addDays(dueOn, 1);
		return { task, days: found.length > 0 ? found : [dueOn] };
	});
}
