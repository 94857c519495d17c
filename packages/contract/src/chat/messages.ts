import { SUBJECT_KINDS } from '@stazhirovka/domain/chat';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { FileInfo } from '../files/uploads.ts';
import { ById, Day, Id, Moment, Person, text } from '../words.ts';
import { Message } from './events.ts';

const tags = ['chat'];
const Seq = z.coerce.number().int().min(1);
const OfMessage = z.object({ id: Id, seq: Seq });

/** `seq` is the room's position when the page was read: events after it change it further, older ones are in. */
export const MessagePage = z.object({
	seq: z.int(),
	messages: z.array(Message),
	earlier: z.boolean(),
	later: z.boolean()
});
export type MessagePage = z.infer<typeof MessagePage>;

/** One of the four, or none for the newest page. A date is a day of the room's site. */
export const listMessages = endpoint({
	method: 'GET',
	url: '/rooms/:id/messages',
	schema: {
		tags,
		summary: 'A page of messages: before or after a place, around it, or from a date on',
		params: ById,
		querystring: z.object({
			before: Seq.optional(),
			after: z.coerce.number().int().min(0).optional(),
			around: Seq.optional(),
			date: Day.optional()
		}),
		response: { 200: MessagePage, ...refusals }
	}
});

/** For a link to a message, or for a pinned one that is not among the loaded. */
export const getMessage = endpoint({
	method: 'GET',
	url: '/rooms/:id/messages/:seq',
	schema: {
		tags,
		summary: 'One message as it stands',
		params: OfMessage,
		response: { 200: Message, ...refusals }
	}
});

export const MessageVersion = z.object({
	text: z.string(),
	at: Moment,
	/** `posted`, then `edited` any number of times, perhaps `removed` at the end. */
	what: z.enum(['posted', 'edited', 'removed']),
	by: Person,
	reason: z.string().nullable(),
	/** What went with it when it was removed. */
	files: z.array(FileInfo)
});
export type MessageVersion = z.infer<typeof MessageVersion>;

/** 403 for everybody but those who moderate the room. */
export const listMessageHistory = endpoint({
	method: 'GET',
	url: '/rooms/:id/messages/:seq/history',
	schema: {
		tags,
		summary: 'What a message said before, for the tutor',
		params: OfMessage,
		response: { 200: z.array(MessageVersion), ...refusals }
	}
});

export const listPinned = endpoint({
	method: 'GET',
	url: '/rooms/:id/pinned',
	schema: {
		tags,
		summary: 'Pinned messages, in the order of pinning',
		params: ById,
		response: { 200: z.array(Message), ...refusals }
	}
});

export const listThreads = endpoint({
	method: 'GET',
	url: '/rooms/:id/threads',
	schema: {
		tags,
		summary: 'Roots that have answers, the last answered first; or those about one subject',
		params: ById,
		querystring: z.object({
			/** The `last` of the last thread of the page before. */
			before: Seq.optional(),
			kind: z.enum(SUBJECT_KINDS).optional(),
			/** The subject's `subjectKey`. */
			key: text(200).optional()
		}),
		response: { 200: z.object({ threads: z.array(Message), more: z.boolean() }), ...refusals }
	}
});

export const getThread = endpoint({
	method: 'GET',
	url: '/rooms/:id/threads/:seq',
	schema: {
		tags,
		summary: 'A root with its answers, the newest hundred or those before a place',
		params: OfMessage,
		querystring: z.object({ before: Seq.optional() }),
		response: {
			200: z.object({ seq: z.int(), root: Message, replies: z.array(Message), earlier: z.boolean() }),
			...refusals
		}
	}
});

/** Where a subject is for the one who asks: everybody has his own page of it. */
export const findSubject = endpoint({
	method: 'GET',
	url: '/rooms/:id/subjects/:kind/:key',
	schema: {
		tags,
		summary: 'What a message of this room may be about, and its page, as I may see it',
		params: z.object({ id: Id, kind: z.enum(SUBJECT_KINDS), key: text(200, 1) }),
		/** `title` is null for what the work of this room does not have, or no more. */
		response: { 200: z.object({ title: z.string().nullable(), place: z.string() }), ...refusals }
	}
});

const Found = z.object({
	roomId: Id,
	room: z.string(),
	seq: z.int(),
	author: Person,
	at: Moment,
	/** The words around what was found, in pieces; `hit` ones are to be marked. */
	snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
	/** Names of the files that hang on it. */
	files: z.array(z.string()),
	/** After my read mark. */
	isNew: z.boolean(),
	/** Give it as `before` or `after` to go on from here. */
	cursor: z.string()
});
export type Found = z.infer<typeof Found>;

const FoundPage = z.object({ found: z.array(Found), earlier: z.boolean(), later: z.boolean() });
export type FoundPage = z.infer<typeof FoundPage>;
const Way = z.object({ before: text(100).optional(), after: text(100).optional() });

/** Words in any form, also of names of files, «phrases» in quotes, -without; ё and е are the same letter. Newest first. */
export const searchMessages = endpoint({
	method: 'GET',
	url: '/rooms/search',
	schema: {
		tags,
		summary: 'Search in my own rooms, the words and the names of files',
		querystring: Way.extend({ q: text(200, 1), room: Id.optional() }),
		response: { 200: FoundPage, ...refusals, 429: Problem }
	}
});

export const listMentions = endpoint({
	method: 'GET',
	url: '/chat/mentions',
	schema: {
		tags,
		summary: 'Messages of others that call me by name, in my own rooms, the newest first',
		querystring: Way,
		response: { 200: FoundPage, ...refusals }
	}
});
