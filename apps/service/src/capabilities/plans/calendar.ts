import type { EventFilter, PublicEvent } from '@stazhirovka/contract/plans';
import { choicesOf } from '@stazhirovka/domain/alphabet';
import { addDays } from '@stazhirovka/domain/calendar';
import { mayBeShown } from '@stazhirovka/domain/staff';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { writeCalendar } from '../../shell/ical.ts';
import { today } from '../../shell/today.ts';
import { findSite } from '../sites/index.ts';
import { nameablesOf } from '../staff/index.ts';
import { siteOfFeed } from './formats-store.ts';
import { conferenceRows } from './conference-queries.ts';
import { calendarRows, eventChoices, type EventSearch } from './queries.ts';
import { hashOf } from '../../shell/token.ts';

type Visitor = Pick<Deps, 'db' | 'now' | 'origin'>;
type Event = Awaited<ReturnType<typeof eventsIn>>[number];

/** The calendar of a site from a year ago on, by its private address; an address that was taken back leads nowhere. */
export async function readFeed(visitor: Visitor, token: string): Promise<string> {
	const siteId = (await siteOfFeed(visitor.db, hashOf(token))) ?? missing('calendar');
	const events = await eventsIn(visitor.db, { siteId, open: false, from: yearBefore(visitor) });
	return written(visitor, siteId, events);
}

/** What a site opens to everybody (R146), in the same form. */
export async function readPublicCalendar(visitor: Visitor, siteId: string): Promise<string> {
	const events = await eventsIn(visitor.db, { siteId, open: true, from: yearBefore(visitor) });
	return written(visitor, siteId, await publicly(visitor, events));
}

/** Events of active sites that are open to everybody (R146). */
export async function listPublicEvents(visitor: Visitor, filter: EventFilter): Promise<PublicEvent[]> {
	const rows = await eventsIn(visitor.db, { ...daysOf(visitor, filter), open: true });
	return rows.map(({ id, siteId, site, region, title, format, delivery, from, lastDay, time }) => ({
		...{ id, siteId, site, region, title, format, delivery, from, lastDay, time }
	}));
}

/** The same for calendar programs. */
export async function readEventsCalendar(visitor: Visitor, filter: EventFilter): Promise<string> {
	const events = await eventsIn(visitor.db, { ...daysOf(visitor, filter), open: true });
	return calendarOf(visitor, 'Стажировки: мероприятия площадок', await publicly(visitor, events));
}

/** Of those who answer for events, everybody sees only whoever has consented to it (X7). */
async function publicly({ db }: Visitor, events: Event[]): Promise<Event[]> {
	const staff = await nameablesOf(db, [...new Set(events.map(({ siteId }) => siteId))]);
	return events.map((event) => ({
		...event,
		responsible: mayBeShown(event.responsible, staff.get(event.siteId) ?? []) ? event.responsible : ''
	}));
}

export async function listEventChoices({ db, now }: Visitor) {
	const [choices, conferences] = await Promise.all([
		eventChoices(db, today(now)),
		conferenceRows(db, { open: true, from: today(now) })
	]);
	return {
		regions: choicesOf([
			...choices.regions,
			...conferences.map((one) => ({ value: one.regionId, title: one.region }))
		]),
		sites: choicesOf([
			...choices.sites,
			...conferences.map((one) => ({ value: one.siteId, title: one.site }))
		]),
		formats: choicesOf(
			[...choices.formats, ...conferences.map(({ format }) => format)].map((title) => ({
				value: title,
				title
			}))
		).map(({ value }) => value)
	};
}

/** Rows of plans and conferences; a conference stands for the row that it fulfils, for it has a time. */
async function eventsIn(db: Visitor['db'], search: EventSearch) {
	const [rows, conferences] = await Promise.all([calendarRows(db, search), conferenceRows(db, search)]);
	const fulfilled = new Set(conferences.map(({ planRowId }) => planRowId));
	const days = rows.filter(({ id }) => !fulfilled.has(id));
	return [
		...days.map((row) => ({ ...row, startsAt: null, endsAt: null, time: null, revision: undefined })),
		...conferences
	].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
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

async function written(visitor: Visitor, siteId: string, rows: Event[]): Promise<string> {
	const site = (await findSite(visitor.db, siteId)) ?? missing('calendar');
	return calendarOf(visitor, site.title, rows);
}

function calendarOf(visitor: Visitor, name: string, rows: Event[]): string {
	const events = rows.map(({ id, title, format, delivery, responsible, from, lastDay, at, ...row }) => ({
		...{ id, summary: title, stamp: at, revision: row.revision },
		description: [format, delivery, responsible].filter(Boolean).join(' · '),
		...(row.startsAt && row.endsAt ? { startsAt: row.startsAt, endsAt: row.endsAt } : { day: from, lastDay })
	}));
	return writeCalendar(visitor, { name, product: 'План' }, events);
}
