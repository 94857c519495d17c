import { workingDaysIn, workingOnOrAfter, workingOnOrBefore, type WorkCalendar } from '../calendar/index.ts';
import type { Period, RouteItem } from './check-change.ts';
import { loadOf, type Effort } from './load.ts';

export type ScheduleWish = {
	/** In the order of the route. */
	tasks: readonly Effort[];
	/** The days that the tasks are meant for. */
	period: Period;
	/** The last day that they may reach when the weeks would be too full. */
	latest: string;
	/** The intern's own limit; null while none was named. */
	minutesPerWeek: number | null;
};

/** How the days were found, for telling the intern. */
export type ScheduleNote =
	| { code: 'even'; fullest: number }
	/** The limit moved the end of the work on the tasks from one day to another. */
	| { code: 'prolonged'; from: string; to: string }
	/** The limit cannot be held: in the fullest week there is so much to do. */
	| { code: 'above_limit'; limit: number; fullest: number };

export type Schedule = { items: RouteItem[]; notes: ScheduleNote[]; fits: boolean };

/** Sums of shares of minutes; a difference smaller than this is the noise of adding them. */
const NOISE = 1e-9;

/**
 * Days for the tasks of a route (R94): the minutes of the tasks are laid evenly over the working days, in the order of
 * the route, and each task is due on the day on which its last minute falls. When that makes a week fuller than the
 * intern's limit, more days are taken up to the latest one; when even those are too few, it is said.
 */
export function schedule(wish: ScheduleWish, calendar: WorkCalendar): Schedule {
	const { period, latest, minutesPerWeek: limit } = wish;
	const planned = workingDaysIn(period.startsOn, period.endsOn, calendar);
	const all = latest > period.endsOn ? workingDaysIn(period.startsOn, latest, calendar) : planned;
	const most = limit === null ? planned.length : all.length;

	let best = layOut(wish, planned, calendar);
	for (let count = planned.length + 1; count <= most && !holds(best, limit); count += 1) {
		const longer = layOut(wish, all.slice(0, count), calendar);
		if (longer.fullest < best.fullest) best = longer;
	}

	const fits = holds(best, limit);
	const [from, to] = [planned.at(-1), best.days.at(-1)];
	const notes: ScheduleNote[] = from && to && to > from ? [{ code: 'prolonged', from, to }] : [];
	const { fullest } = best;
	notes.push(fits || limit === null ? { code: 'even', fullest } : { code: 'above_limit', limit, fullest });
	return { items: best.items, notes, fits };
}

type LaidOut = { days: readonly string[]; items: RouteItem[]; fullest: number };

function layOut({ tasks, period }: ScheduleWish, days: readonly string[], calendar: WorkCalendar): LaidOut {
	const items = itemsOn(tasks, days, nearestTo(period, calendar));
	const weeks = loadOf(items, tasks, period.startsOn, calendar);
	return { days, items, fullest: Math.max(0, ...weeks.map(({ minutes }) => minutes)) };
}

function holds({ fullest }: { fullest: number }, limit: number | null): boolean {
	return limit === null || fullest <= limit;
}

/** `only` is the day for everything where nothing is worked. */
function itemsOn(tasks: readonly Effort[], days: readonly string[], only: string): RouteItem[] {
	const total = tasks.reduce((sum, { minutes }) => sum + minutes, 0);
	let done = 0;
	return tasks.map(({ task, minutes }, place) => {
		done += minutes;
		const share = total > 0 ? done / total : (place + 1) / tasks.length;
		const index = Math.max(0, Math.ceil(share * days.length - NOISE) - 1);
		return { task, dueOn: days[index] ?? only };
	});
}

function nearestTo({ startsOn, endsOn }: Period, calendar: WorkCalendar): string {
	const before = workingOnOrBefore(endsOn, calendar);
	return before <= endsOn ? before : workingOnOrAfter(startsOn, calendar);
}
