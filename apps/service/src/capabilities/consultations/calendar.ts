import { fullName } from '@stazhirovka/domain/certificates';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { writeCalendar } from '../../shell/ical.ts';
import { hashOf } from '../../shell/token.ts';
import { ownEvents } from '../extensions/index.ts';
import { conferenceEvents } from '../spaces/index.ts';
import { personOfFeed } from './feeds-store.ts';
import { calendarOf } from './queries.ts';

/** What is longer ago than this leaves the calendar. */
const KEPT_MILLISECONDS = 180 * 86_400_000;

/**
 * Somebody's calendar by the private address: consultations, conferences, meetings of the cohort, the own last days. A
 * cancelled one stays in it as cancelled.
 */
export async function readFeed(deps: Pick<Deps, 'db' | 'now' | 'origin'>, token: string): Promise<string> {
	const { db, now } = deps;
	const personId = (await personOfFeed(db, hashOf(token))) ?? missing('calendar');
	const since = new Date(now().getTime() - KEPT_MILLISECONDS);
	const [rows, conferences, own] = await Promise.all([
		calendarOf(db, personId, since),
		conferenceEvents(deps, personId, since),
		ownEvents(deps, personId, since)
	]);
	const consultations = rows.map((slot) => ({
		id: slot.id,
		startsAt: slot.startsAt,
		endsAt: slot.endsAt,
		summary: `Консультация: ${fullName(slot.host)}`,
		location: slot.venue,
		description: slot.cancelReason ?? slot.note,
		cancelled: slot.cancelledAt !== null
	}));
	const about = { name: 'Стажировка: мой календарь', product: 'Мой календарь' };
	return writeCalendar(deps, about, [...consultations, ...conferences, ...own]);
}
