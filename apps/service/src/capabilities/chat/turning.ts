import type { Tx } from '@stazhirovka/db';
import { turned, type Conference, type Turn } from '@stazhirovka/domain/chat';
import { storedAt } from '../../shell/clock.ts';
import type { Ctx } from '../../shell/context.ts';
import { record } from '../../shell/journal.ts';
import { append, databaseNow } from './append-store.ts';
import { writeConference } from './conference-store.ts';
import type { NewEvent } from './new-event.ts';
import { hashOf, placeOf } from './post.ts';

type Stamp = { roomId: string; clientId: string; choice: unknown };

/** Everybody may do these for himself; all else is the moderator's. */
const OWN: ReadonlySet<Turn['type']> = new Set(['floor.asked', 'floor.waived', 'floor.returned']);

/**
 * Stores a turn of a conference with what it makes of it, and the journal's word. The caller holds the room. The author's
 * place in the room is looked at once more by the statement that stores.
 */
export async function keepTurn(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	{ roomId, clientId, choice }: Stamp,
	conference: Conference | null,
	turn: Turn
): Promise<number> {
	const at = storedAt(ctx) ?? (await databaseNow(tx));
	const by = ctx.actor.personId;
	const { type, ...body } = turn;
	const taken = type === 'floor.returned' && conference?.floor?.personId !== by;
	const demands = { open: true, moderator: taken || !OWN.has(type) };
	const event: NewEvent = {
		...{ roomId, clientId, type, body, at, demands },
		...{ authorId: by, hash: hashOf(choice), message: null }
	};
	const [verdict] = await append(tx, [event]);
	const seq = placeOf(verdict, event);
	if (verdict?.word !== 'new') return seq;

	const next = turned(conference, turn, { by, at: at.toISOString() });
	const reason = turn.type === 'conference.cancelled' ? turn.reason : '';
	const ended = next?.stage === 'closed' || next?.stage === 'cancelled';
	if (next) await writeConference(tx, roomId, next, ended ? { at, reason } : undefined);
	await record(tx, ctx, type, { id: roomId }, { ...body, seq });
	return seq;
}
