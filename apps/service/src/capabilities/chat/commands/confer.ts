import { takeTurn, type ConferenceAction } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../../shell/context.ts';
import { fail, settle } from '../../../shell/errors.ts';
import { afterTurn } from '../../spaces/index.ts';
import { lockConference } from '../conference-store.ts';
import { findStored, membersAmong } from '../members-queries.ts';
import { hashOf, placeOf } from '../post.ts';
import { enterRoom } from '../rooms.ts';
import { keepTurn } from '../turning.ts';

type Conferring = { roomId: string; clientId: string; action: ConferenceAction };

/** Opens a conference, asks for the floor, gives it, ends it: one press after the other, for each sees what the one before made (R62). */
export async function confer(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now' | 'origin'>,
	{ roomId, clientId, action }: Conferring
): Promise<number> {
	const me = ctx.actor.personId;
	return ctx.db.transaction(async (tx) => {
		const conference = await lockConference(tx, roomId);
		const { moderates } = await enterRoom(tx, ctx.actor, roomId);
		const known = { roomId, authorId: me, clientId, hash: hashOf(action) };
		const stored = await findStored(tx, known);
		if (stored) return placeOf({ word: 'stored', wait: null, ...stored }, known);
		if (!conference) return fail('refused', 'conference.none');

		const inside = 'personId' in action ? await membersAmong(tx, roomId, [action.personId]) : [];
		const turn = settle(
			takeTurn(conference, action, { me, moderates, isInside: (id) => inside.includes(id) })
		);
		const seq = await keepTurn(tx, ctx, { roomId, clientId, choice: action }, conference, turn);
		await afterTurn(tx, ctx, roomId, turn);
		return seq;
	});
}

/** Which of the things done in a room belong to its turns. */
export function isTurn<A extends { do: string }>(action: A): action is A & ConferenceAction {
	return TURNS.has(action.do);
}

const TURNS: ReadonlySet<string> = new Set<ConferenceAction['do']>([
	'open_conference',
	'open_questions',
	'end_conference',
	'cancel_conference',
	'ask_floor',
	'waive_floor',
	'return_floor',
	'give_floor'
]);
