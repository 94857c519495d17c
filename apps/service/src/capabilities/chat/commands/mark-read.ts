import type { Ctx } from '../../../shell/context.ts';
import { enterRoom } from '../rooms.ts';
import { moveReadMark } from '../rooms-store.ts';

type Reading = { roomId: string; seq: number };

/** Answers with what is still unread in the room. An older mark changes nothing. */
export async function markRead(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	{ roomId, seq }: Reading
): Promise<number> {
	await moveReadMark(db, actor.personId, roomId, seq);
	return (await enterRoom(db, actor, roomId)).unread;
}
