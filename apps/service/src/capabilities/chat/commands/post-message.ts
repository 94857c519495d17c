import type { NewMessage, SubjectRef } from '@stazhirovka/contract/chat';
import { mayPost } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, settle } from '../../../shell/errors.ts';
import { ownRoomFiles } from '../../files/index.ts';
import { membersAmong } from '../members-queries.ts';
import { post } from '../post.ts';
import { enterRoom } from '../rooms.ts';
import { subjectOf } from '../subjects.ts';

export type Message = NewMessage & { roomId: string };
type Asking = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Answers with the message's place in the room, after COMMIT (C1). Plain words ask the database nothing beforehand. */
export async function postMessage(ctx: Asking, message: Message): Promise<number> {
	const { roomId, clientId, fileIds = [], mentions = [], replyTo = null } = message;
	const text = message.text.trim();
	const room = { isMember: true, isOpen: true };
	settle(mayPost(room, { text, files: fileIds.length, card: false }));
	const [files, subject, called] = await Promise.all([
		attached(ctx, roomId, fileIds),
		linked(ctx, message),
		membersAmong(ctx.db, roomId, mentions)
	]);

	const author = { personId: ctx.actor.personId, at: ctx.now() };
	const words = { text, files, subject, card: null, replyTo, mentions: called };
	return post(ctx.db, author, { roomId, clientId, words });
}

/** The author's own uploads to this room, in the order given. */
async function attached({ db, actor }: Asking, roomId: string, fileIds: string[]) {
	if (fileIds.length === 0) return [];
	const found = await ownRoomFiles(db, { ownerId: actor.personId, roomId, ids: fileIds });
	return [...new Set(fileIds)].map((id) => found.get(id) ?? faulty('message.file_unknown', { id }));
}

async function linked({ db, actor }: Asking, { roomId, task = null, subject }: Message) {
	const short: SubjectRef | null = task === null ? null : { kind: 'task', key: task };
	const ref = subject ?? short;
	return ref && subjectOf({ db }, await enterRoom(db, actor, roomId), ref);
}
