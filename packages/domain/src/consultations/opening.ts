import { addDays, isCalendarDate } from '../calendar/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { momentAt } from '../tasks/index.ts';

/** What a host opens: a stretch of one day cut into consultations, and the same in the weeks after it. */
export type Opening = {
	day: string;
	/** Times of the site's clock, `18:30`. */
	from: string;
	to: string;
	/** The length of one consultation. */
	minutes: number;
	/** The last day of a weekly series; null: this day only. */
	until: string | null;
};

export type Period = { startsAt: Date; endsAt: Date };

export type OpeningFault = {
	code: `consultation.${'day_wrong' | 'time_wrong' | 'backwards' | 'in_past' | 'until_wrong' | 'too_many'}`;
	details: { field: 'day' | 'from' | 'to' | 'minutes' | 'until'; limit?: number; found?: number };
};

/** More at once is a slip of the hand. */
const MOST_SLOTS = 100;
const WEEK = 7;
const MINUTE = 60_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The consultations of an opening in the site's zone, in order. What is left of the stretch after the last whole one
 * stays free. Each week has the same times by the clock, whatever the clock does in between.
 */
export function planSlots(opening: Opening, timeZone: string, now: Date): Result<Period[], OpeningFault> {
	const { day, from, to, minutes, until } = opening;
	if (!isCalendarDate(day)) return fault('day_wrong', { field: 'day' });
	if (!TIME.test(from)) return fault('time_wrong', { field: 'from' });
	if (!TIME.test(to)) return fault('time_wrong', { field: 'to' });
	if (until !== null && (!isCalendarDate(until) || until < day))
		return fault('until_wrong', { field: 'until' });

	const each = Math.floor((minuteOf(to) - minuteOf(from)) / minutes);
	if (each < 1) return fault('backwards', { field: 'to' });
	const days = weekly(day, until ?? day);
	const found = days.length * each;
	if (found > MOST_SLOTS) return fault('too_many', { field: 'to', limit: MOST_SLOTS, found });
	if (momentAt(day, from, timeZone) <= now) return fault('in_past', { field: 'day' });

	return ok(days.flatMap((day) => cut(momentAt(day, from, timeZone), each, minutes)));
}

function weekly(day: string, until: string): string[] {
	const days: string[] = [];
	for (let next = day; next <= until && days.length <= MOST_SLOTS; next = addDays(next, WEEK))
		days.push(next);
	return days;
}

function cut(start: Date, count: number, minutes: number): Period[] {
	return Array.from({ length: count }, (_, place) => {
		const startsAt = start.getTime() + place * minutes * MINUTE;
		return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + minutes * MINUTE) };
	});
}

function minuteOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

type What = OpeningFault['code'] extends `consultation.${infer Word}` ? Word : never;

function fault(what: What, details: OpeningFault['details']) {
	return refuse<OpeningFault>({ code: `consultation.${what}`, details });
}
