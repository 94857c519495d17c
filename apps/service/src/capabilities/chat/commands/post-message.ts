import { mayPost } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, settle } from '../../../shell/errors.ts';
import { ownRoomFiles } from '../../files/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { post } from '../post.ts';
import { enterRoom } from '../rooms.ts';

export type Message = {
	roomId: string;
	clientId: string;
	text: string;
	fileIds: string[];
	task: string | null;
};
type Asking = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Answers with the message's place in the room, after COMMIT (C1). */
export async function postMessage(ctx: Asking, message: Message): Promise<number> {
	const text = message.text.trim();
	const room = { isMember: true, isOpen: true };
	settle(mayPost(room, { text, files: message.fileIds.length, card: false }));
	const [files, task] = await Promise.all([attached(ctx, message), linked(ctx, message)]);

	const author = { personId: ctx.actor.personId, at: ctx.now() };
	return post(ctx.db, author, { ...message, body: { text, files, task, card: null } });
}

/** The author's own uploads to this room, in the order given. */
async function attached({ db, actor }: Asking, { roomId, fileIds }: Message) {
	if (fileIds.length === 0) return [];
	const found = await ownRoomFiles(db, { ownerId: actor.personId, roomId, ids: fileIds });
	return [...new Set(fileIds)].map((id) => found.get(id) ?? faulty('message.file_unknown', { id }));
}

async function linked({ db, actor }: Asking, { roomId, task }: Message) {
	if (task === null) return null;
	const room = await enterRoom(db, actor, roomId);
	const { document } = await loadProgramme(db, room.programmeVersionId);
	const { key, title } =
		document.tasks.find(({ key }) => key === task) ?? faulty('message.task_unknown', { task });
	return { key, title };
}
