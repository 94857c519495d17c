import type { Database } from '@stazhirovka/db';
import ical, { ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterSpace } from './access.ts';
import { conferencesOf } from './queries.ts';

const MINUTE_MS = 60_000;

/** One conference for a calendar program, for whoever is in its room; a cancelled one says so. */
export async function readCalendar(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now' | 'origin'>,
	roomId: string
): Promise<string> {
	const { title, space, conference } = await enterSpace(ctx.db, ctx, roomId);
	const { startsAt, minutes } = space;
	if (!startsAt || minutes === null) return missing('conference');
	const cancelled = conference?.stage === 'cancelled';
	const calendar = ical({
		name: title,
		prodId: { company: 'Стажировка', product: 'Конференция', language: 'RU' }
	});
	const { id, about } = space;
	calendar.createEvent(toEvent(ctx, { id, roomId, title, about, startsAt, minutes, cancelled }));
	return calendar.toString();
}

type Writer = Pick<Ctx, 'now' | 'origin'>;
type Conference = Awaited<ReturnType<typeof conferencesOf>>[number];

/** The person's conferences since a moment, for the calendar of the person. */
export async function conferenceEvents(
	ctx: Writer & { db: Database },
	personId: string,
	since: Date
): Promise<ICalEventData[]> {
	return (await conferencesOf(ctx.db, personId, since)).map((one) => toEvent(ctx, one));
}

function toEvent({ origin, now }: Writer, { id, roomId, title, about, ...one }: Conference): ICalEventData {
	return {
		id: `${id}@${new URL(origin).host}`,
		start: one.startsAt,
		end: new Date(one.startsAt.getTime() + one.minutes * MINUTE_MS),
		summary: `Чат-конференция: ${title}`,
		description: about,
		url: `${origin}/chat/${roomId}`,
		status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		sequence: one.cancelled ? 1 : 0,
		stamp: now()
	};
}
