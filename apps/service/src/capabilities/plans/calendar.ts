import type { EventFilter, PublicEvent } from '@stazhirovka/contract/plans';
import { addDays, dayAfter } from '@stazhirovka/domain/calendar';
import { mayBeShown } from '@stazhirovka/domain/staff';
import ical from 'ical-generator';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { findSite } from '../sites/index.ts';
import { nameablesOf } from '../staff/index.ts';
import { siteOfFeed } from './formats-store.ts';
import { calendarRows, eventChoices } from './queries.ts';
import { hashOf } from '../../shell/token.ts';

type Visitor = Pick<Deps, 'db' | 'now' | 'origin'>;
type Row = Awaited<ReturnType<typeof calendarRows>>[number];

/** The calendar of a site from a year ago on, by its private address; an address that was taken back leads nowhere. */
export async function readFeed(visitor: Visitor, token: string): Promise<string> {
	const siteId = (await siteOfFeed(visitor.db, hashOf(token))) ?? missing('calendar');
	const rows = await calendarRows(visitor.db, { siteId, open: false, from: yearBefore(visitor) });
	return written(visitor, siteId, rows);
}

/** What a site opens to everybody (R146), in the same form. */
export async function readPublicCalendar(visitor: Visitor, siteId: string): Promise<string> {
	const rows = await calendarRows(visitor.db, { siteId, open: true, from: yearBefore(visitor) });
	return written(visitor, siteId, await publicly(visitor, rows));
}

/** Events of active sites that are open to everybody (R146). */
export async function listPublicEvents(visitor: Visitor, filter: EventFilter): Promise<PublicEvent[]> {
	const rows = await calendarRows(visitor.db, { ...daysOf(visitor, filter), open: true });
	return rows.map(({ id, siteId, site, region, title, format, delivery, from, lastDay }) => ({
		...{ id, siteId, site, region, title, format, delivery, from, lastDay }
	}));
}

/** The same for calendar programs. */
export async function readEventsCalendar(visitor: Visitor, filter: EventFilter): Promise<string> {
	const rows = await calendarRows(visitor.db, { ...daysOf(visitor, filter), open: true });
	return calendarOf(visitor, 'Стажировки: мероприятия площадок', await publicly(visitor, rows));
}

/** Of those who answer for events, everybody sees only whoever has consented to it (X7). */
async function publicly({ db }: Visitor, rows: Row[]): Promise<Row[]> {
	const staff = await nameablesOf(db, [...new Set(rows.map(({ siteId }) => siteId))]);
	return rows.map((row) => ({
		...row,
		responsible: mayBeShown(row.responsible, staff.get(row.siteId) ?? []) ? row.responsible : ''
	}));
}

export function listEventChoices({ db, now }: Visitor) {
	return eventChoices(db, today(now));
}

/** Programs keep what they have once read; what was held longer ago is in the plans. */
function yearBefore({ now }: Visitor): string {
	return addDays(today(now), -365);
}

function daysOf({ now }: Visitor, { month, ...filter }: EventFilter) {
	if (month === undefined) return { ...filter, from: filter.from ?? today(now) };
	return { ...filter, from: `${month}-01`, until: lastOf(month) };
}

function lastOf(month: string): string {
	const [year, n] = month.split('-').map(Number);
	return new Date(Date.UTC(year ?? 0, n ?? 1, 0)).toISOString().slice(0, 10);
}

async function written(visitor: Visitor, siteId: string, rows: Row[]): Promise<string> {
	const site = (await findSite(visitor.db, siteId)) ?? missing('calendar');
	return calendarOf(visitor, site.title, rows);
}

function calendarOf({ origin }: Visitor, name: string, rows: Row[]): string {
	const { host } = new URL(origin);
	const calendar = ical({ name, prodId: { company: 'Стажировка', product: 'План', language: 'RU' } });
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
