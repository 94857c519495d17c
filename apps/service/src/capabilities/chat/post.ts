import type { ChatCard } from '@stazhirovka/contract/chat';
import type { Database, Tx } from '@stazhirovka/db';
import { createHash } from 'node:crypto';
import { fail, missing } from '../../shell/errors.ts';
import { findByClientId, insertMessage, type MessageBody } from './events-store.ts';

/** Who posts and when, by the service's clock. */
export type Author = { personId: string; at: Date };
export type Card = { clientId: string; text: string; card: ChatCard };

/**
 * Stores a message once and answers with its place in the room. The same client id again gives the same place;
 * with another body it is refused (C3). Only for people in the room.
 */
export async function post(
	db: Database | Tx,
	author: Author,
	{ roomId, clientId, body }: { roomId: string; clientId: string; body: MessageBody }
): Promise<number> {
	const message = { roomId, clientId, body, authorId: author.personId, at: author.at, hash: hashOf(body) };
	const seq = await insertMessage(db, message);
	if (seq !== 'duplicate') return seq ?? missing('room');

	const stored = (await findByClientId(db, message)) ?? missing('room');
	return stored.hash.equals(message.hash) ? stored.seq : fail('conflict', 'message.key_reused');
}

/** Posts a card in the work of the command that made it: both are stored, or neither. */
export async function postCard(
	tx: Tx,
	author: Author,
	{ roomId, clientId, text, card }: Card & { roomId: string }
): Promise<number> {
	return post(tx, author, { roomId, clientId, body: { text, files: [], task: null, card } });
}

/** Only what the client chose: a task that was renamed meanwhile does not make another message of it. */
function hashOf({ text, files, task, card }: MessageBody): Buffer {
	const chosen = [text, files.map(({ id }) => id), task?.key ?? null, card];
	return createHash('sha256').update(JSON.stringify(chosen)).digest();
}
