import type { Database, Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { mayJoin } from '@stazhirovka/domain/chat';
import { allow, missing } from '../../shell/errors.ts';
import { enterRoom } from '../chat/index.ts';
import { spaceBy, type SpaceRow } from './queries.ts';

type Visitor = Pick<Ctx, 'actor' | 'now'>;

export function asking({ actor, now }: Visitor) {
	return { personId: actor.personId, now: now() };
}

/** The space of a room, for whoever is in it; everybody else gets the answer of a room that does not exist. */
export async function enterSpace(db: Database | Tx, ctx: Visitor, roomId: string) {
	const room = await enterRoom(db, ctx.actor, roomId);
	const found = (await spaceBy(db, asking(ctx), { roomId })) ?? missing('space');
	return { room, ...found };
}

/** The same for its moderator. */
export async function enterToModerate(db: Database | Tx, ctx: Visitor, roomId: string) {
	const entered = await enterSpace(db, ctx, roomId);
	allow(entered.room.moderates);
	return entered;
}

/** Whether the person may come in by himself. */
export function admits({ space, ...row }: SpaceRow, hasLink = false): boolean {
	return mayJoin(space.admits, { ...row, hasLink });
}
