import type { PublicEvent } from '@stazhirovka/contract/plans';
import { dayAfter } from '@stazhirovka/domain/calendar';
import { localDay } from '@stazhirovka/domain/tasks';
import ical from 'ical-generator';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { findSite } from '../sites/index.ts';
import { siteOfFeed } from './formats-store.ts';
import { calendarRows } from './queries.ts';
import { hashOf } from '../../shell/token.ts';

type Visitor = Pick<Deps, 'db' | 'now' | 'origin'>;
type Row = Awaited<ReturnType<typeof calendarRows>>[number];

/** «Today» of somebody who names no day. */
const ZONE = 'Europe/Moscow';

/** The whole calendar of a site, by its private address; an address that was taken back leads nowhere. */
export async function readFeed(visitor: Visitor, token: string): Promise<string> {
	const siteId = (await siteOfFeed(visitor.db, hashOf(token))) ?? missing('calendar');
	return written(visitor, siteId, await calendarRows(visitor.db, { siteId, open: false }));
}

/** What a site opens to everybody (R146), in the same form. */
export async function readPublicCalendar(visitor: Visitor, siteId: string): Promise<string> {
	return written(visitor, siteId, await calendarRows(visitor.db, { siteId, open: true }));
}

/** Events of active sites that are open to everybody, from a day on (R146). */
export async function listPublicEvents(
	{ db, now }: Visitor,
	{ siteId, from = localDay(now(), ZONE) }: { siteId?: string; from?: string }
): Promise<PublicEvent[]> {
	const rows = await calendarRows(db, { siteId, open: true, from });
	return rows.map(({ id, siteId, site, title, format, delivery, from, lastDay }) => ({
		...{ id, siteId, site, title, format, delivery, from, lastDay }
	}));
}

async function written({ db, origin }: Visitor, siteId: string, rows: Row[]): Promise<string> {
	const site = (await findSite(db, siteId)) ?? missing('calendar');
	const { host } = new URL(origin);
	const calendar = ical({
		name: site.title,
		prodId: { company: 'Стажировка', product: 'План', language: 'RU' }
	});
	for (const { id, title, format, delivery, responsible, from, lastDay, at } of rows) {
		calendar.createEvent({
			id: `${id}@${host}`,
			start: atMidnight(from),
			// The end of a whole day is the day after it.
			end: atMidnight(dayAfter(lastDay)),
			allDay: true,
			summary: title,
			description: [format, delivery, responsible].filter(Boolean).join(' · '),
			stamp: at
		});
	}
	return calendar.toString();
}

function atMidnight(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}
