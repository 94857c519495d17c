import { ROOM_KINDS } from '@stazhirovka/domain/chat';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person } from '../words.ts';
import { NewMessage, RoomAction } from './actions.ts';
import { Conference, Message, RoomEvent, Silence } from './events.ts';
import { Position } from './frames.ts';

const tags = ['chat'];
const Kind = z.enum(ROOM_KINDS);

export const RoomSummary = z.object({
	id: Id,
	kind: Kind,
	title: z.string(),
	/** The cohort, or the site, that the room belongs to. */
	cohort: z.string(),
	/** Messages of others that I have not read. */
	unread: z.int(),
	/** One of them calls me by name. */
	called: z.boolean(),
	muted: z.boolean(),
	closed: z.boolean(),
	/** The clock of its site: moments of the room are told by it. */
	timeZone: z.string(),
	/** When a conference begins. */
	startsAt: Moment.nullable(),
	lastText: z.string().nullable(),
	lastAt: Moment.nullable()
});
export type RoomSummary = z.infer<typeof RoomSummary>;

export const listRooms = endpoint({
	method: 'GET',
	url: '/rooms',
	schema: {
		tags,
		summary: 'My rooms, with unread counts',
		response: { 200: z.array(RoomSummary), ...refusals }
	}
});

export const Room = z.object({
	id: Id,
	kind: Kind,
	title: z.string(),
	epoch: z.uuid(),
	/** Read before the messages: the position from which live news continues. */
	seq: z.int(),
	lastReadSeq: z.int(),
	/** Messages of others after my read mark. */
	unread: z.int(),
	/** The first of them; null when everything is read. */
	firstUnreadSeq: z.int().nullable(),
	members: z.array(Person),
	/** How far others have read, in a small room; whoever hides it is not named. */
	marks: z.array(z.object({ personId: Id, seq: z.int() })),
	/** Tasks that a message may be linked to. */
	tasks: z.array(z.object({ key: z.string(), title: z.string() })),
	/** One row of messages; the ones around it by `listMessages`. */
	messages: z.array(Message),
	earlier: z.boolean(),
	later: z.boolean(),
	/** Pinned messages, in the order of pinning; their words by `listPinned`. */
	pinned: z.array(z.int()),
	closed: z.object({ reason: z.string(), at: Moment }).nullable(),
	slowSeconds: z.int(),
	/** By person, also when the time is over. */
	silences: z.record(Id, Silence),
	/** Null where people do not speak by turns. */
	conference: Conference.nullable(),
	muted: z.boolean(),
	/** The clock of its site: days and times of the room are told by it, as `listMessages` seeks a `date` by it. */
	timeZone: z.string(),
	can: z.object({
		post: z.boolean(),
		pin: z.boolean(),
		moderate: z.boolean(),
		/** Go out by oneself. */
		leave: z.boolean()
	})
});
export type Room = z.infer<typeof Room>;

export const getRoom = endpoint({
	method: 'GET',
	url: '/rooms/:id',
	schema: {
		tags,
		summary: 'A room with the page of messages that holds the first unread one; the newest when all is read',
		params: ById,
		response: { 200: Room, ...refusals }
	}
});

/** All events after `after`, or `reload` when the epoch differs or too many were missed: nothing in between (C5). */
export const listRoomEvents = endpoint({
	method: 'GET',
	url: '/rooms/:id/events',
	schema: {
		tags,
		summary: 'What was missed after a position',
		params: ById,
		querystring: z.object({ after: z.coerce.number().int().min(0), epoch: z.uuid().optional() }),
		response: { 200: z.object({ reload: z.boolean(), events: z.array(RoomEvent) }), ...refusals }
	}
});

/** Answers with the place of what is stored; 409 `message.key_reused` when the same clientId came with another body. */
export const postMessage = endpoint({
	method: 'POST',
	url: '/rooms/:id/messages',
	schema: {
		tags,
		summary: 'Post a message; the same clientId any number of times is stored once',
		params: ById,
		body: NewMessage,
		response: { 200: Position.extend({ clientId: Id }), ...refusals, 429: Problem }
	}
});

/** The same as the frame `act`, for whoever has no socket. */
export const actInRoom = endpoint({
	method: 'POST',
	url: '/rooms/:id/actions',
	schema: {
		tags,
		summary: 'Edit, remove, react, pin, moderate; the same clientId any number of times is done once',
		params: ById,
		body: z.object({ clientId: Id, action: RoomAction }),
		response: { 200: Position.extend({ clientId: Id }), ...refusals, 429: Problem }
	}
});

export const markRead = endpoint({
	method: 'PUT',
	url: '/rooms/:id/read',
	schema: {
		tags,
		summary: 'Move my read mark forward',
		params: ById,
		body: z.object({ seq: z.int().min(0) }),
		response: { 200: z.object({ unread: z.int() }), ...refusals }
	}
});

export const muteRoom = endpoint({
	method: 'PUT',
	url: '/rooms/:id/muted',
	schema: {
		tags,
		summary: 'Mute a room for myself, or hear of it again',
		params: ById,
		body: z.object({ muted: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

export const ChatSettings = z.object({
	/** Others do not see how far I have read. */
	hidesReadMark: z.boolean()
});

export const getChatSettings = endpoint({
	method: 'GET',
	url: '/chat/settings',
	schema: { tags, summary: 'My settings of the chat', response: { 200: ChatSettings, ...refusals } }
});

export const saveChatSettings = endpoint({
	method: 'PUT',
	url: '/chat/settings',
	schema: {
		tags,
		summary: 'Change my settings of the chat',
		body: ChatSettings,
		response: { 200: ChatSettings, ...refusals }
	}
});
