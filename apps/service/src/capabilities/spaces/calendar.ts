import type { Database } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { writeCalendar, type CalendarEvent } from '../../shell/ical.ts';
import { enterSpace } from './access.ts';
import { conferenceIn, conferencesOf } from './queries.ts';

const MINUTE_MS = 60_000;

/** One conference for a calendar program, for whoever is in its room; a cancelled one says so. */
export async function readCalendar(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now' | 'origin'>,
	roomId: string
): Promise<string> {
	await enterSpace(ctx.db, ctx, roomId);
	const found = (await conferenceIn(ctx.db, roomId)) ?? missing('conference');
	return writeCalendar(ctx, { name: found.title, product: 'Конференция' }, [toEvent(ctx, found)]);
}

type Writer = Pick<Ctx, 'now' | 'origin'>;
type Conference = Awaited<ReturnType<typeof conferencesOf>>[number];

/** The person's conferences since a moment, for the calendar of the person. */
export async function conferenceEvents(
	ctx: Writer & { db: Database },
	personId: string,
	since: Date
): Promise<CalendarEvent[]> {
	return (await conferencesOf(ctx.db, personId, since)).map((one) => toEvent(ctx, one));
}

function toEvent({ origin }: Writer, { id, roomId, title, about, ...one }: Conference): CalendarEvent {
	return {
		id,
		startsAt: one.startsAt,
		endsAt: new Date(one.startsAt.getTime() + one.minutes * MINUTE_MS),
		summary: `Чат-конференция: ${title}`,
		description: about,
		url: `${origin}/chat/${roomId}`,
		cancelled: one.cancelled,
		revision: one.revision
	};
}
