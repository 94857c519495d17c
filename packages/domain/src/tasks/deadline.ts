import { localDay } from '../calendar/index.ts';

const DAY = 86_400_000;

/** Kept, for making a format costs a thousand times more than using one. */
const CLOCK_FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Whether a moment by the server's clock is past the due date: the date counts until its end in the site's zone. */
export function isLate(dueOn: string, at: Date, timeZone: string): boolean {
	return localDay(at, timeZone) > dueOn;
}

/** The end of a day in a time zone: the first moment that is no longer within it. */
export function endOfDay(day: string, timeZone: string): Date {
	return momentAt(new Date(Date.parse(day) + DAY).toISOString().slice(0, 10), '00:00', timeZone);
}

/**
 * The moment at which the clock of a zone shows the time (`18:30`) on the day. A time that the clock leaps over is the
 * moment of the leap or after it; of a time that it shows twice one of the two is meant.
 */
export function momentAt(day: string, time: string, timeZone: string): Date {
	const shown = Date.parse(`${day}T${time}Z`);
	const guess = shown - offsetAt(shown, timeZone);

	return new Date(shown - offsetAt(guess, timeZone));
}

/** What the clock of a zone shows at a moment: `18:30`. */
export function localTime(at: Date, timeZone: string): string {
	const time = at.getTime();
	return new Date(time + offsetAt(time, timeZone)).toISOString().slice(11, 16);
}

/** «В течение N дней»: to the end of the N-th day after the day of the event, in the site's zone. */
export function deadlineAfter(at: Date, days: number, timeZone: string): Date {
	const day = new Date(Date.parse(localDay(at, timeZone)) + days * DAY);
	return endOfDay(day.toISOString().slice(0, 10), timeZone);
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
	const clock = clockFormat(timeZone).format(time);
	return Date.parse(`${clock.replace(' ', 'T')}Z`) - Math.floor(time / 1000) * 1000;
}

function clockFormat(timeZone: string): Intl.DateTimeFormat {
	const known = CLOCK_FORMATS.get(timeZone);
	if (known) return known;

	const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	CLOCK_FORMATS.set(timeZone, format);
	return format;
}
