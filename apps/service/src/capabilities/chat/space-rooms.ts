import type { Tx } from '@stazhirovka/db';
import type { SpaceKind } from '@stazhirovka/domain/chat';
import { announcePeople } from '../../shell/live.ts';
import { letIn } from './members-store.ts';
import { ensureRoom } from './rooms-store.ts';
import { letModerate } from './site-rooms-store.ts';

type NewSpace = { kind: SpaceKind; siteId: string; spaceId: string; title: string; moderatorId: string };

/** The room of an association or a conference, with its moderator inside. */
export async function makeSpaceRoom(
	tx: Tx,
	{ kind, title, moderatorId, ...subject }: NewSpace
): Promise<string> {
	const { roomId } = await ensureRoom(tx, kind, title, subject);
	await announcePeople(tx, await letIn(tx, roomId, [moderatorId], { quiet: true }));
	await letModerate(tx, roomId, [moderatorId]);
	return roomId;
}
