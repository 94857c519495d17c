import { mayArrange, meetingFaults, type Meeting, type Speech } from '@stazhirovka/domain/chat';
import type { Tx } from '@stazhirovka/db';
import { momentAt } from '@stazhirovka/domain/tasks';
import { localDay } from '@stazhirovka/domain/calendar';
import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, settle } from '../../../shell/errors.ts';
import { post } from '../../../shell/mail.ts';
import { addMember, keepTurn, lockConference } from '../../chat/index.ts';
import { enterToModerate } from '../access.ts';
import { moved, named, type Announced } from '../letters.ts';
import { peopleOfSite, readersOfLetters, roomPeople, type SpaceRow } from '../queries.ts';
import { changeSpace } from '../store.ts';

type Arrange = { id: string; meeting: Meeting; programme: Speech[] };

/** Changes the time and the programme of a conference that has not begun; its speakers are let in and hear of it (R62). */
export async function arrangeConference(
	ctx: Ctx,
	{ id: roomId, meeting, programme }: Arrange
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterToModerate(tx, ctx, roomId);
		const conference = (await lockConference(tx, roomId)) ?? fail('refused', 'conference.none');
		const found = await enterToModerate(tx, ctx, roomId);
		settle(mayArrange(conference));
		const startsAt = momentOf(meeting, found.timeZone, conference.startsAt, ctx.now());
		const before = await letSpeakersIn(tx, ctx, found, programme);

		const { minutes } = meeting;
		await changeSpace(tx, found.space.id, { startsAt, minutes });
		const arranged = { startsAt: startsAt.toISOString(), minutes, programme };
		const stamp = { roomId, clientId: randomUUID(), choice: arranged };
		await keepTurn(tx, ctx, stamp, conference, { type: 'conference.arranged', ...arranged });

		const about = { title: found.title, startsAt, timeZone: found.timeZone };
		const spoke = new Set(conference.programme.map(({ personId }) => personId));
		const fresh = programme.filter(({ personId }) => !spoke.has(personId));
		await tell(tx, ctx, roomId, about, {
			fresh,
			hasMoved: arranged.startsAt !== conference.startsAt,
			before
		});
	});
}

/** A time that stays as it was may have passed: the conference is late. */
function momentOf(meeting: Meeting, timeZone: string, before: string, now: Date): Date {
	const at = momentAt(meeting.day || '2000-01-01', meeting.time || '00:00', timeZone);
	if (at.toISOString() === before) return at;
	const faults = meetingFaults(meeting, timeZone, now);
	return faults.length ? faulty('space.faulty', { faults }) : at;
}

/** Answers with who was in the room before. */
async function letSpeakersIn(tx: Tx, ctx: Ctx, { roomId, space, timeZone }: SpaceRow, programme: Speech[]) {
	const inside = new Set((await roomPeople(tx, roomId)).map(({ id }) => id));
	const ofSite = new Set(
		(await peopleOfSite(tx, space.siteId, localDay(ctx.now(), timeZone))).map(({ id }) => id)
	);
	for (const { personId } of programme) {
		if (inside.has(personId)) continue;
		if (!ofSite.has(personId))
			faulty('space.faulty', { faults: [{ code: 'space.speaker_unknown', field: 'programme' }] });
		await addMember(tx, roomId, personId);
	}
	return inside;
}

type News = { fresh: Speech[]; hasMoved: boolean; before: Set<string> };

async function tell(tx: Tx, ctx: Ctx, roomId: string, about: Announced, { fresh, hasMoved, before }: News) {
	const link = `${ctx.origin}/chat/${roomId}`;
	for (const to of await readersOfLetters(tx, roomId)) {
		if (to.id === ctx.actor.personId) continue;
		const speech = fresh.find(({ personId }) => personId === to.id);
		if (speech) await post(tx, named(to, about, speech.title, link), ctx.now());
		else if (hasMoved && before.has(to.id)) await post(tx, moved(to, about, link), ctx.now());
	}
}
