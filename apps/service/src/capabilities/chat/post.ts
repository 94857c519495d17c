import type { ChatCard } from '@stazhirovka/contract/chat';
import type { Database, Tx } from '@stazhirovka/db';
import { subjectKey, type Posted, type Subject } from '@stazhirovka/domain/chat';
import { createHash, randomUUID } from 'node:crypto';
import { fail, missing } from '../../shell/errors.ts';
import { append, isTransaction, type Verdict } from './append-store.ts';
import { appendSoon } from './lanes.ts';
import type { NewEvent } from './new-event.ts';

/** Words and nothing else. */
const BARE = { text: '', files: [], subject: null, card: null, replyTo: null, mentions: [] };

/** Who posts, and when; null: by the database's clock (C10). */
export type Author = { personId: string; at: Date | null };
export type Card = { clientId: string; text: string; card: ChatCard };

/** What a message says. */
export type Words = {
	text: string;
	files: Posted['files'];
	subject: Subject | null;
	card: ChatCard | null;
	/** The message that it answers. */
	replyTo: number | null;
	mentions: string[];
};
/** `choice`: what the client sent, where that is more than its words (C3). */
type Sending = { roomId: string; clientId: string; words: Words; choice?: unknown };

/**
 * Stores a message once and answers with its place in the room. The same client id again gives the same place;
 * with another body it is refused (C3). Only for people in the room.
 */
export async function post(
	db: Database | Tx,
	author: Author,
	{ roomId, clientId, words, choice = chosen(words) }: Sending
): Promise<number> {
	const { replyTo, ...body } = words;
	const { subject } = words;
	const event: NewEvent = {
		...{ roomId, clientId, authorId: author.personId, at: author.at },
		type: 'message.posted',
		message: replyTo,
		body: { ...body, subjectKey: subject && `${subject.kind}:${subjectKey(subject)}` },
		hash: hashOf(choice),
		// A card is a record of what was handed in: it finds its place in a closed room too.
		demands: { open: words.card === null }
	};
	const [verdict] = isTransaction(db) ? await append(db, [event]) : [await appendSoon(db, event)];
	return placeOf(verdict, event);
}

/** Posts a card in the work of the command that made it: both are stored, or neither. */
export async function postCard(
	tx: Tx,
	author: Author,
	{ roomId, clientId, text, card }: Card & { roomId: string }
): Promise<number> {
	const words = { ...BARE, text, card };
	return post(tx, author, { roomId, clientId, words });
}

/** Where the event stands in its room, or why it does not. */
export function placeOf(verdict: Verdict | undefined, event: Pick<NewEvent, 'hash'>): number {
	switch (verdict?.word) {
		case 'new':
			return verdict.seq;
		case 'stored':
			return verdict.hash === event.hash ? verdict.seq : fail('conflict', 'message.key_reused');
		case 'closed':
			return fail('refused', 'message.room_closed');
		case 'slow':
			return fail('refused', 'message.too_soon', { seconds: verdict.wait });
		case 'silenced':
			return fail('refused', 'message.silenced');
		case 'aimless':
			return missing('message');
		case 'removed':
		case 'not_yours':
		case 'not_your_floor':
		case 'stays':
			return fail('refused', `message.${verdict.word}`);
		case 'not_moderator':
			return fail('refused', 'room.not_moderator');
		case 'idle':
			return fail('refused', 'action.no_change');
		case 'outside':
		case undefined:
			return missing('room');
	}
}

/** Only what the client chose: a task that was renamed meanwhile does not make another message of it. */
function chosen({ text, files, subject, card, replyTo, mentions }: Words): unknown[] {
	const about = subject && [subject.kind, subjectKey(subject)];
	return [text, files.map(({ id }) => id), about, card, replyTo, mentions];
}

export function hashOf(choice: unknown): string {
	return createHash('sha256').update(JSON.stringify(choice)).digest('hex');
}

/**
 * Posts words that the service has ready, in the work of the command that a person gave. They answer nobody's question,
 * and are known by their id.
 */
export async function postTemplate(
	tx: Tx,
	author: Author,
	{ roomId, text }: { roomId: string; text: string }
): Promise<number> {
	const clientId = templateId();
	const words = { ...BARE, text };
	return post(tx, author, { roomId, clientId, words });
}

/** A UUID of version 8, which is ours to use; clients make version 4. */
function templateId(): string {
	return randomUUID().replace(/^(.{14})./, (_, head: string) => `${head}8`);
}
