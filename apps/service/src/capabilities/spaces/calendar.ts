import ical, { ICalEventStatus } from 'ical-generator';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterSpace } from './access.ts';

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
	calendar.createEvent({
		id: `${space.id}@${new URL(ctx.origin).host}`,
		start: startsAt,
		end: new Date(startsAt.getTime() + minutes * MINUTE_MS),
		summary: `Чат-конференция: ${title}`,
		description: space.about,
		url: `${ctx.origin}/chat/${roomId}`,
		status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		sequence: cancelled ? 1 : 0,
		stamp: ctx.now()
	});
	return calendar.toString();
}
