import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment, Person, text } from '../words.ts';
import { Position, RoomEvent } from './frames.ts';

export * from './frames.ts';

const tags = ['chat'];

export const RoomSummary = z.object({
	id: Id,
	kind: z.enum(['private', 'group', 'work']),
	title: z.string(),
	cohort: z.string(),
	unread: z.int(),
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
	kind: z.enum(['private', 'group', 'work']),
	title: z.string(),
	epoch: z.uuid(),
	/** Read before the events: the position from which live news continues. */
	seq: z.int(),
	lastReadSeq: z.int(),
	members: z.array(Person),
	/** Tasks that a message may be linked to. */
	tasks: z.array(z.object({ key: z.string(), title: z.string() })),
	/** The newest page; earlier ones by `listRoomEvents`. */
	events: z.array(RoomEvent),
	earlier: z.boolean(),
	can: z.object({ post: z.boolean() })
});
export type Room = z.infer<typeof Room>;

export const getRoom = endpoint({
	method: 'GET',
	url: '/rooms/:id',
	schema: { tags, summary: 'A room with its newest page', params: ById, response: { 200: Room, ...refusals } }
});

/** All events after `after`, or `reload` when the epoch differs or too many were missed: nothing in between (C5). */
export const listRoomEvents = endpoint({
	method: 'GET',
	url: '/rooms/:id/events',
	schema: {
		tags,
		summary: 'Earlier pages (`before`) or what was missed (`after` with `epoch`)',
		params: ById,
		querystring: z.object({
			before: z.coerce.number().int().min(1).optional(),
			after: z.coerce.number().int().min(0).optional(),
			epoch: z.uuid().optional()
		}),
		response: {
			200: z.object({ reload: z.boolean(), events: z.array(RoomEvent), earlier: z.boolean() }),
			...refusals
		}
	}
});

/** 409 `message.key_reused` when the same clientId came with another body. */
export const postMessage = endpoint({
	method: 'POST',
	url: '/rooms/:id/messages',
	schema: {
		tags,
		summary: 'Post a message; the same clientId any number of times is stored once',
		params: ById,
		body: z.object({
			clientId: Id,
			text: text(8000),
			fileIds: z.array(Id).max(10).default([]),
			task: text(100).nullable().default(null)
		}),
		response: { 200: Position.extend({ clientId: Id }), ...refusals }
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
