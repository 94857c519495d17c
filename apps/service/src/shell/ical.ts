import { dayAfter } from '@stazhirovka/domain/calendar';
import ical, { ICalEventStatus } from 'ical-generator';
import type { Deps } from './context.ts';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** What happens at a time, or on whole days from `day` to `lastDay`. */
export type CalendarEvent = {
	/** The same for the same thing in every calendar, so that programs do not show it twice. */
	id: string;
	summary: string;
	description?: string;
	location?: string;
	url?: string;
	/** It stays in calendars as cancelled. */
	cancelled?: boolean;
	/** Grows with each change of a thing that moves: programs take a time that came with no greater one for the old one. */
	revision?: number;
	/** When it was last written; now unless told. */
	stamp?: Date;
} & ({ startsAt: Date; endsAt: Date } | { day: string; lastDay: string });

/** The one place where calendars for programs are written (RFC 5545). `product` names it among ours. */
export function writeCalendar(
	{ now, origin }: Pick<Deps, 'now' | 'origin'>,
	{ name, product }: { name: string; product: string },
	events: readonly CalendarEvent[]
): string {
	const { host } = new URL(origin);
	const calendar = ical({ name, prodId: { company: 'Стажировка', product, language: 'RU' } });
	for (const event of events) {
		const { id, summary, description, location, url, cancelled = false, stamp = now() } = event;
		const { revision = cancelled ? 1 : 0 } = event;
		calendar.createEvent({
			id: `${id}@${host}`,
			...timesOf(event),
			summary,
			...(description && { description }),
			...(location && { location }),
			...(url && { url }),
			stamp,
			status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			sequence: revision
		});
	}
	return calendar.toString();
}

function timesOf(event: CalendarEvent) {
	if ('startsAt' in event) return { start: event.startsAt, end: event.endsAt };
	// The end of a whole day is the day after it.
	return { start: atMidnight(event.day), end: atMidnight(dayAfter(event.lastDay)), allDay: true };
}

function atMidnight(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}
