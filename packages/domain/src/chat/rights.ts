import { ok, refuse, type Result } from '../result.ts';
import type { ChatAction } from './actions.ts';
import type { ConferenceAction } from './conference.ts';
import type { Message, Room } from './room.ts';

/** Characters of one message. */
export const LONGEST_MESSAGE = 8000;
/** Files of one message. */
export const MOST_FILES = 10;
/** People whom one message may call. */
export const MOST_MENTIONS = 20;
/** More than this and nobody looks at them. */
export const MOST_PINNED = 20;

export type PostRefusal = {
	code: `message.${'not_a_member' | 'room_closed' | 'empty' | 'too_long' | 'too_soon'}`;
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

/** In a room of more people nobody is told how far each of the others has read. */
export const SMALL_ROOM = 50;

/** What somebody is in a room that he is in. */
export type Standing = {
	me: string;
	isOpen: boolean;
	/** A tutor of the cohort, or whoever was made the room's moderator. */
	moderates: boolean;
	isPrivate: boolean;
	/** A conference: it is ended and stays ended, and is not closed like other rooms. */
	byTurns: boolean;
};
type Words = Pick<Message, 'author' | 'removedAt' | 'card'>;

/** One's own words may be edited at any time; a card is a record of what was handed in and stays. */
export function mayEdit(message: Words, { me, isOpen }: Pick<Standing, 'me' | 'isOpen'>): boolean {
	return isOpen && mayChange(message, me);
}

/** One's own words may be taken back at any time. */
export function mayRemove(message: Words, standing: Pick<Standing, 'me' | 'isOpen'>): boolean {
	return mayEdit(message, standing);
}

/** A moderator hides the words of others with a reason, also in a closed room. */
export function mayHide(message: Words, { moderates }: Pick<Standing, 'moderates'>): boolean {
	return moderates && !message.removedAt && !message.card;
}

/** In a private thread both pin; elsewhere moderators do. */
export function mayPin({ moderates, isPrivate, isOpen }: Omit<Standing, 'me' | 'byTurns'>): boolean {
	return moderates || (isPrivate && isOpen);
}

export function mayReact({ removedAt }: Words, { isOpen }: Pick<Standing, 'isOpen'>): boolean {
	return isOpen && !removedAt;
}

/** Whether one's own message may be edited or removed: a card is a record of what was handed in and stays. */
export function mayChange(message: Words, me: string): boolean {
	return message.author.id === me && !message.removedAt && !message.card;
}

export type ActRefusal = {
	code:
		| `message.${'room_closed' | 'removed' | 'not_yours' | 'stays' | 'empty' | 'reason_missing'}`
		| `room.${'not_moderator' | 'closed_already' | 'open_already' | 'reason_missing' | 'moderator_speaks'}`
		| 'conference.ends_itself'
		| 'pin.too_many';
};

/** What an action needs to know of the message that it means. */
export type Meant = Words & Pick<Message, 'files'>;

/** Whether an action on a message may be done; the statement that stores it looks once more. */
export function mayActOn(
	message: Meant,
	action: Extract<ChatAction, { message: number }>,
	standing: Standing,
	{ pinned }: { pinned: number }
): Result<void, ActRefusal> {
	if (message.removedAt) return refuse({ code: 'message.removed' });
	switch (action.do) {
		case 'edit':
			if (action.text.trim() === '' && message.files.length === 0) return refuse({ code: 'message.empty' });
			return mine(message, standing);
		case 'remove':
			return mine(message, standing);
		case 'hide':
			if (!standing.moderates) return refuse({ code: 'room.not_moderator' });
			if (message.card) return refuse({ code: 'message.stays' });
			return said(action.reason) ? ok(undefined) : refuse({ code: 'message.reason_missing' });
		case 'react':
		case 'unreact':
			return standing.isOpen ? ok(undefined) : refuse({ code: 'message.room_closed' });
		case 'pin':
		case 'unpin':
			if (!mayPin(standing)) return refuse({ code: 'room.not_moderator' });
			if (action.do === 'pin' && pinned >= MOST_PINNED) return refuse({ code: 'pin.too_many' });
			return ok(undefined);
		case 'remark':
			if (!standing.moderates) return refuse({ code: 'room.not_moderator' });
			return message.author.id === standing.me ? ok(undefined) : refuse({ code: 'message.not_yours' });
	}
}

/** Whether an action on the room itself may be done. */
export function mayActOnRoom(
	action: Exclude<ChatAction, { message: number } | ConferenceAction>,
	{ moderates, isOpen, byTurns }: Pick<Standing, 'moderates' | 'isOpen' | 'byTurns'>,
	/** Whether the person meant moderates the room too. */
	other = { moderates: false }
): Result<void, ActRefusal> {
	if (!moderates) return refuse({ code: 'room.not_moderator' });
	if (byTurns && (action.do === 'close' || action.do === 'reopen'))
		return refuse({ code: 'conference.ends_itself' });
	if (action.do === 'close') {
		if (!isOpen) return refuse({ code: 'room.closed_already' });
		return said(action.reason) ? ok(undefined) : refuse({ code: 'room.reason_missing' });
	}
	if (action.do === 'silence') {
		if (other.moderates) return refuse({ code: 'room.moderator_speaks' });
		return said(action.reason) ? ok(undefined) : refuse({ code: 'room.reason_missing' });
	}
	if (action.do === 'reopen' && isOpen) return refuse({ code: 'room.open_already' });
	return ok(undefined);
}

function mine(message: Words, { me, isOpen }: Standing): Result<void, ActRefusal> {
	if (message.author.id !== me) return refuse({ code: 'message.not_yours' });
	if (message.card) return refuse({ code: 'message.stays' });
	return isOpen ? ok(undefined) : refuse({ code: 'message.room_closed' });
}

function said(reason: string): boolean {
	return reason.trim() !== '';
}

/** Messages of others after the read mark. */
export function unread(room: Pick<Room, 'messages'>, lastReadSeq: number, me: string): number {
	return room.messages.filter(
		({ seq, author, removedAt }) => seq > lastReadSeq && author.id !== me && !removedAt
	).length;
}
