import { fullName } from '@stazhirovka/domain/certificates';
import ical, { ICalEventStatus } from 'ical-generator';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { hashOf } from '../../shell/token.ts';
import { conferenceEvents } from '../spaces/index.ts';
import { personOfFeed } from './feeds-store.ts';
import { calendarOf } from './queries.ts';

/** What is longer ago than this leaves the calendar. */
const KEPT_MILLISECONDS = 180 * 86_400_000;

/** Somebody's consultations and conferences by the private address; a cancelled one stays in it as cancelled. */
export async function readFeed(
	{ db, now, origin }: Pick<Deps, 'db' | 'now' | 'origin'>,
	token: string
): Promise<string> {
	const personId = (await personOfFeed(db, hashOf(token))) ?? missing('calendar');
	const since = new Date(now().getTime() - KEPT_MILLISECONDS);
	const [rows, conferences] = await Promise.all([
		calendarOf(db, personId, since),
		conferenceEvents({ db, now, origin }, personId, since)
	]);
	const { host } = new URL(origin);
	const calendar = ical({
		name: 'Консультации',
		prodId: { company: 'Стажировка', product: 'Консультации', language: 'RU' }
	});
	for (const slot of rows) {
		calendar.createEvent({
			id: `${slot.id}@${host}`,
			start: slot.startsAt,
			end: slot.endsAt,
			summary: `Консультация: ${fullName(slot.host)}`,
			location: slot.venue,
			description: slot.cancelReason ?? slot.note,
			status: slot.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			sequence: slot.cancelledAt ? 1 : 0,
			stamp: now()
		});
	}
	conferences.forEach((event) => calendar.createEvent(event));
	return calendar.toString();
}
