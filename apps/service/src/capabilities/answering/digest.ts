import { isDigestDue } from '@stazhirovka/domain/answering';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx, Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { post } from '../../shell/mail.ts';
import { hashOf, newToken } from '../../shell/token.ts';
import { missedBetween, type MissedRoom } from './digest-queries.ts';
import * as store from './digest-store.ts';
import { missed } from './letters.ts';

type Sending = Pick<Deps, 'db' | 'now' | 'origin'>;

const DAY = 86_400_000;
/** What lay unread longer is told no more. */
const OLDEST_DAYS = 7;
/** A message may be committed a little after the moment that it bears: the newest are left to the next letter. */
const UNSETTLED_MS = 60_000;

/**
 * Writes to people about what they missed in the chat: at most one letter a day, whichever processes do it, for the
 * day is claimed in the transaction of the letter.
 */
export async function sendDigests(deps: Sending): Promise<void> {
	const now = deps.now();
	const upTo = new Date(now.getTime() - UNSETTLED_MS);
	const since = new Date(now.getTime() - OLDEST_DAYS * DAY);
	const rooms = await missedBetween(deps.db, { since, upTo, now });
	for (const [personId, own] of Map.groupBy(rooms, (room) => room.personId))
		if (isDigestDue(own, deps.now())) await send(deps, personId, own, upTo);
}

async function send(
	{ db, now, origin }: Sending,
	personId: string,
	rooms: MissedRoom[],
	upTo: Date
): Promise<void> {
	const [first] = rooms;
	if (!first) return;
	const token = newToken();
	const onDay = localDay(now(), first.timeZone);

	await db.transaction(async (tx) => {
		const digest = { personId, onDay, tokenHash: hashOf(token), upTo, createdAt: now() };
		if (await store.claimDigest(tx, digest)) await post(tx, missed(first, rooms, { origin, token }), now());
	});
}

/** By the link of a letter; a second press changes nothing. */
export async function refuseByToken({ db, now }: Sending, token: string): Promise<void> {
	const personId = (await store.personOfDigest(db, hashOf(token))) ?? missing('digest');
	await store.refuse(db, personId, now());
}

export async function setWish({ db, actor, now }: Ctx, wanted: boolean): Promise<void> {
	await (wanted ? store.want(db, actor.personId) : store.refuse(db, actor.personId, now()));
}

export async function wishOf({ db, actor }: Ctx): Promise<{ wanted: boolean }> {
	return { wanted: !(await store.isRefused(db, actor.personId)) };
}
