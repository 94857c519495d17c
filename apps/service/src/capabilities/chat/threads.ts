import type { Message } from '@stazhirovka/contract/chat';
import { missing } from '../../shell/errors.ts';
import * as messages from './message-queries.ts';
import type { Asking } from './reading.ts';
import { enterRoom } from './rooms.ts';
import { toMessage, toMessages } from './view.ts';

const PAGE = 20;
const REPLIES = 100;

type Which = { before?: number; kind?: string; key?: string };

/** Threads by their last answer, or everything that was begun about one thing of the work. */
export async function threads({ db, actor }: Asking, roomId: string, { before, kind, key }: Which) {
	await enterRoom(db, actor, roomId);
	const rows =
		kind && key
			? await messages.messagesAbout(db, roomId, { subjectKey: `${kind}:${key}`, before }, PAGE + 1)
			: await messages.answeredRoots(db, roomId, before, PAGE + 1);
	return { threads: toMessages(rows.slice(0, PAGE)), more: rows.length > PAGE };
}

type Thread = { seq: number; root: Message; replies: Message[]; earlier: boolean };

/** The position is that of the room: news of the thread continue from it. */
export async function thread(
	{ db, actor }: Asking,
	roomId: string,
	{ seq, before }: { seq: number; before?: number }
): Promise<Thread> {
	const room = await enterRoom(db, actor, roomId);
	const root = await messages.findMessage(db, roomId, seq);
	if (!root || root.replyTo !== null) return missing('message');

	const place = { root: seq, before: before ?? room.seq + 1 };
	const { rows, earlier } = await messages.repliesBefore(db, roomId, place, REPLIES);
	return { seq: room.seq, root: toMessage(root), replies: toMessages(rows), earlier };
}
