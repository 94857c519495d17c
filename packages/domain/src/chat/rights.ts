import { ok, refuse, type Result } from '../result.ts';
import type { Message, Room } from './room.ts';

/** Characters of one message. */
const LONGEST_MESSAGE = 8000;

export type PostRefusal = {
	code: `message.${'not_a_member' | 'room_closed' | 'empty' | 'too_long'}`;
	details?: { limit: number; found: number };
};

/** Whether a message may be posted. Checked again inside the statement that stores it. */
export function mayPost(
	room: { isMember: boolean; isOpen: boolean },
	message: { text: string; files: number; card: boolean }
): Result<void, PostRefusal> {
	const length = [...message.text].length;

	if (!room.isMember) return refuse({ code: 'message.not_a_member' });
	if (!room.isOpen) return refuse({ code: 'message.room_closed' });
	if (length > LONGEST_MESSAGE) {
		return refuse({ code: 'message.too_long', details: { limit: LONGEST_MESSAGE, found: length } });
	}
	if (message.text.trim() === '' && message.files === 0 && !message.card)
		return refuse({ code: 'message.empty' });
	return ok(undefined);
}

/** Whether one's own message may be edited or removed: a card is a record of what was handed in and stays. */
export function mayChange(message: Message, me: string): boolean {
	return message.author.id === me && !message.removedAt && !message.card;
}

/** Messages of others after the read mark. */
export function unread(room: Room, lastReadSeq: number, me: string): number {
	return room.messages.filter(
		({ seq, author, removedAt }) => seq > lastReadSeq && author.id !== me && !removedAt
	).length;
}
