import type { Away } from '@stazhirovka/contract/answering';
import type { Database } from '@stazhirovka/db';
import { isCalendarDate } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { fail, faulty, missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { enterRoom, respondersOf } from '../chat/index.ts';
import { toPerson } from '../cohorts/index.ts';
import * as store from './helping-store.ts';

const MOST_REPLIES = 50;

/** Keeps a template; one with the same words stays one. */
export async function addReply({ db, actor, now }: Ctx, text: string): Promise<void> {
	await db.transaction(async (tx) => {
		if ((await store.countReplies(tx, actor.personId)) >= MOST_REPLIES)
			fail('refused', 'quick_reply.too_many', { limit: MOST_REPLIES });
		await store.insertReply(tx, { personId: actor.personId, text, createdAt: now() });
	});
}

export async function removeReply({ db, actor }: Ctx, id: string): Promise<void> {
	if (!(await store.deleteReply(db, actor.personId, id))) missing('quick_reply');
}

/** Says until which day the person is away; the day itself counts. */
export async function goAway({ db, actor, now }: Ctx, { until, note }: Pick<Away, 'until' | 'note'>) {
	if (!isCalendarDate(until) || until < today(now)) faulty('away.day_wrong', { field: 'until' });
	await store.writeAway(db, { personId: actor.personId, untilDay: until, note, createdAt: now() });
}

export async function ownAway({ db, actor, now }: Ctx) {
	const [own] = await store.awayOn(db, [actor.personId], today(now));
	return own ? { until: own.until, note: own.note } : null;
}

/** Who of these people is away today. */
export async function awayOf(db: Database, personIds: string[], now: () => Date): Promise<Away[]> {
	if (personIds.length === 0) return [];
	const rows = await store.awayOn(db, personIds, today(now));
	return rows.map(({ person, until, note }) => ({ person: toPerson(person), until, note }));
}

/** Of those who answer in a room; for everybody in it. */
export async function awayInRoom({ db, actor, now }: Ctx, roomId: string): Promise<Away[]> {
	await enterRoom(db, actor, roomId);
	const responders = await respondersOf(db, [roomId]);
	return awayOf(
		db,
		responders.map(({ id }) => id),
		now
	);
}
