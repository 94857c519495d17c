import { turned, withoutPerson, type Conference } from './conference.ts';
import type { ChatEvent, Person, Posted, Remark, Removal, Silence } from './events.ts';
import { withReaction, withoutReaction, type Reaction } from './reactions.ts';

/** A removed message keeps its place, so that replies still have something to point at; its words are gone. */
export type Message = Posted & {
	editedAt: string | null;
	removedAt: string | null;
	removal: Removal | null;
	reactions: Reaction[];
	/** The thread under it. Answers that were removed are counted: they keep their places. */
	replies: { count: number; last: number | null };
	/** The remarks on submissions that it became. */
	remarks: Remark[];
};

export type Room = {
	/** The last event that is in. */
	seq: number;
	/** A row of messages without holes, in order. */
	messages: Message[];
	/** True when later messages than these exist and are not loaded: what is posted then stays outside. */
	later?: boolean;
	members: Person[];
	/** Pinned messages by `seq`, in the order of pinning; some may not be among the loaded ones. */
	pinned: number[];
	closed: { reason: string; at: string } | null;
	/** Seconds between two messages of one person; 0: no limit. */
	slowSeconds: number;
	/** By person: who was silenced, also when the time is over, and while he is out. */
	silences: Readonly<Record<string, Silence>>;
	/** Whose turn it is, where people speak by turns. */
	conference: Conference | null;
};

export const EMPTY_ROOM: Room = {
	seq: 0,
	messages: [],
	members: [],
	pinned: [],
	closed: null,
	slowSeconds: 0,
	silences: {},
	conference: null
};

/**
 * The room after an event: live and replayed ones alike (C6). A replayed event changes nothing; a gap must be
 * fetched. Runs in the browser and in the service's test, where it must give what a fresh fetch gives.
 */
export function apply(room: Room, event: ChatEvent): Room | 'gap' {
	if (event.seq <= room.seq) return room;
	if (event.seq > room.seq + 1) return 'gap';

	return { ...happened(room, event), seq: event.seq };
}

/** Several events at once: a page of history, or all that was missed. */
export function applyAll(room: Room, events: readonly ChatEvent[]): Room | 'gap' {
	return events.reduce<Room | 'gap'>((so, event) => (so === 'gap' ? so : apply(so, event)), room);
}

function happened(room: Room, event: ChatEvent): Room {
	switch (event.type) {
		case 'message.posted':
			return posted(room, event);
		case 'message.edited':
			return changed(room, event.message, () => ({
				text: event.text,
				mentions: event.mentions,
				editedAt: event.at
			}));
		case 'message.removed':
			return { ...removed(room, event), pinned: room.pinned.filter((seq) => seq !== event.message) };
		case 'reaction.added':
			return changed(room, event.message, ({ reactions }) => ({
				reactions: withReaction(reactions, event.name, event.author.id)
			}));
		case 'reaction.removed':
			return changed(room, event.message, ({ reactions }) => ({
				reactions: withoutReaction(reactions, event.name, event.author.id)
			}));
		case 'message.pinned':
			return { ...room, pinned: [...room.pinned.filter((seq) => seq !== event.message), event.message] };
		case 'message.unpinned':
			return { ...room, pinned: room.pinned.filter((seq) => seq !== event.message) };
		case 'member.joined':
			return { ...room, members: inOrder([...without(room.members, event.member), event.member]) };
		case 'member.left':
			return {
				...room,
				members: without(room.members, event.member),
				conference: room.conference && withoutPerson(room.conference, event.member.id)
			};
		case 'room.closed':
			return { ...room, closed: { reason: event.reason, at: event.at } };
		case 'room.reopened':
			return { ...room, closed: null };
		case 'room.slowed':
			return { ...room, slowSeconds: event.seconds };
		case 'member.silenced': {
			const { personId, until, reason } = event;
			return { ...room, silences: { ...room.silences, [personId]: { until, reason } } };
		}
		case 'member.unsilenced':
			return { ...room, silences: unsilenced(room, event.personId) };
		case 'remark.linked':
			return changed(room, event.message, ({ remarks }) => ({
				remarks: [...remarks.filter(({ id }) => id !== event.remark.id), event.remark]
			}));
		case 'conference.closed':
			return { ...conferred(room, event), closed: { reason: '', at: event.at } };
		case 'conference.cancelled':
			return { ...conferred(room, event), closed: { reason: event.reason, at: event.at } };
		case 'conference.arranged':
		case 'conference.opened':
		case 'questions.opened':
		case 'floor.asked':
		case 'floor.waived':
		case 'floor.returned':
		case 'floor.given':
			return conferred(room, event);
	}
}

function conferred(room: Room, event: Parameters<typeof turned>[1] & Pick<ChatEvent, 'author' | 'at'>): Room {
	const { author, at } = event;
	return { ...room, conference: turned(room.conference, event, { by: author.id, at }) };
}

/** A reply stands in the row too, and is counted on its root: once, however old the page with the root is. */
function posted(room: Room, { type: _, ...message }: Extract<ChatEvent, { type: 'message.posted' }>): Room {
	const { seq, replyTo } = message;
	const counted = replyTo === null ? room : answered(room, replyTo, seq);
	// A page may have been read after the position it came with: then it has the message already.
	const known = room.later || (room.messages.at(-1)?.seq ?? 0) >= seq;
	return known ? counted : { ...counted, messages: [...counted.messages, freshMessage(message)] };
}

function answered(room: Room, root: number, seq: number): Room {
	return {
		...room,
		messages: room.messages.map((message) =>
			message.seq === root && (message.replies.last ?? 0) < seq
				? { ...message, replies: { count: message.replies.count + 1, last: seq } }
				: message
		)
	};
}

/** A message as it was posted, before anything happened to it. */
export function freshMessage(message: Posted): Message {
	return {
		...message,
		editedAt: null,
		removedAt: null,
		removal: null,
		reactions: [],
		replies: { count: 0, last: null },
		remarks: []
	};
}

function removed(
	room: Room,
	{ message, by, reason, at }: Extract<ChatEvent, { type: 'message.removed' }>
): Room {
	return changed(room, message, () => ({
		...WITHOUT_WORDS,
		removedAt: at,
		removal: { by, reason }
	}));
}

/** What is left of a message's content when it is removed. */
export const WITHOUT_WORDS = {
	text: '',
	files: [],
	subject: null,
	card: null,
	mentions: [],
	reactions: []
};

/** A removed message stays removed; one that is not on the loaded page has nothing to change. */
function changed(room: Room, seq: number, change: (message: Message) => Partial<Message>): Room {
	return {
		...room,
		messages: room.messages.map((message) =>
			message.seq === seq && !message.removedAt ? { ...message, ...change(message) } : message
		)
	};
}

function unsilenced({ silences }: Room, personId: string): Room['silences'] {
	return Object.fromEntries(Object.entries(silences).filter(([id]) => id !== personId));
}

/** The silence that somebody must keep at a moment, in milliseconds; null: none. */
export function silenceOf(
	{ silences }: Pick<Room, 'silences'>,
	personId: string,
	now: number
): Silence | null {
	const silence = silences[personId];
	return silence && Date.parse(silence.until) > now ? silence : null;
}

function without(members: Person[], { id }: Person): Person[] {
	return members.filter((member) => member.id !== id);
}

/** The members of a room as they are listed, here and by the service. */
export function inOrder<T extends Person>(members: readonly T[]): T[] {
	const key = ({ fullName, id }: Person) => `${fullName} ${id}`;
	return [...members].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
