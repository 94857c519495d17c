import type { NewMessage, SubjectRef } from '@stazhirovka/contract/chat';
import { mayPost, subjectKey } from '@stazhirovka/domain/chat';
import { storedAt } from '../../../shell/clock.ts';
import type { Ctx } from '../../../shell/context.ts';
import { AppError, faulty, settle } from '../../../shell/errors.ts';
import { ownRoomFiles } from '../../files/index.ts';
import { findStored, membersAmong } from '../members-queries.ts';
import { hashOf, placeOf, post, type Words } from '../post.ts';
import { enterRoom } from '../rooms.ts';
import { subjectOf } from '../subjects.ts';

export type Message = NewMessage & { roomId: string };
type Asking = Pick<Ctx, 'db' | 'actor' | 'now'>;

/**
 * Answers with the message's place in the room, after COMMIT (C1). Plain words ask the database nothing beforehand. What
 * was stored before answers with its place even when it could not be said any more: its file or its task may be gone (C2).
 */
export async function postMessage(ctx: Asking, message: Message): Promise<number> {
	const { roomId, clientId } = message;
	const author = { personId: ctx.actor.personId, at: storedAt(ctx) };
	const choice = choiceOf(message);
	try {
		return await post(ctx.db, author, { roomId, clientId, words: await wordsOf(ctx, message), choice });
	} catch (refusal) {
		if (!(refusal instanceof AppError)) throw refusal;
		await enterRoom(ctx.db, ctx.actor, roomId);
		const known = { roomId, clientId, authorId: author.personId, hash: hashOf(choice) };
		const stored = await findStored(ctx.db, known);
		if (!stored) throw refusal;
		return placeOf({ word: 'stored', wait: null, ...stored }, known);
	}
}

/** All that the client sent (C3): what the room makes of it may be another thing tomorrow. */
function choiceOf(message: Message): unknown {
	const { fileIds = [], mentions = [], replyTo = null } = message;
	const about = referred(message);
	const subject = about && [about.kind, subjectKey(about)];
	return [message.text.trim(), [...new Set(fileIds)], subject, null, replyTo, [...new Set(mentions)]];
}

async function wordsOf(ctx: Asking, message: Message): Promise<Words> {
	const { roomId, fileIds = [], mentions = [], replyTo = null } = message;
	const text = message.text.trim();
	const room = { isMember: true, isOpen: true };
	settle(mayPost(room, { text, files: fileIds.length, card: false }));
	const [files, subject, called] = await Promise.all([
		attached(ctx, roomId, fileIds),
		linked(ctx, message),
		membersAmong(ctx.db, roomId, mentions)
	]);
	return { text, files, subject, card: null, replyTo, mentions: called };
}

/** The author's own uploads to this room, in the order given. */
async function attached({ db, actor }: Asking, roomId: string, fileIds: string[]) {
	if (fileIds.length === 0) return [];
	const found = await ownRoomFiles(db, { ownerId: actor.personId, roomId, ids: fileIds });
	return [...new Set(fileIds)].map((id) => found.get(id) ?? faulty('message.file_unknown', { id }));
}

async function linked({ db, actor }: Asking, message: Message) {
	const ref = referred(message);
	return ref && subjectOf({ db }, await enterRoom(db, actor, message.roomId), ref);
}

function referred({ task = null, subject }: Message): SubjectRef | null {
	return subject ?? (task === null ? null : { kind: 'task', key: task });
}
