import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Done, Id, Moment, Person, text } from '../words.ts';
import { Message } from './events.ts';

const tags = ['chat'];

/** Twice by the same person about the same message is once. */
export const reportMessage = endpoint({
	method: 'POST',
	url: '/rooms/:id/messages/:seq/reports',
	schema: {
		tags,
		summary: 'Tell the moderator that a message should be looked at',
		params: z.object({ id: Id, seq: z.coerce.number().int().min(1) }),
		body: z.object({ reason: text(500, 1) }),
		response: { 200: Done, ...refusals, 429: Problem }
	}
});

export const MessageReport = z.object({
	id: Id,
	roomId: Id,
	room: z.string(),
	/** Whether I am in the room; a leader judges what is said in rooms that he is not in. */
	isMember: z.boolean(),
	/** As it stands; what was hidden or removed shows no words. */
	message: Message,
	/** What it said when it was reported, where its author has changed or removed it since. */
	said: Message.pick({ text: true, files: true }).nullable(),
	reporter: Person,
	reason: z.string(),
	at: Moment,
	settled: z.object({ how: z.enum(['hidden', 'dismissed']), by: Person, at: Moment }).nullable()
});
export type MessageReport = z.infer<typeof MessageReport>;

export const listReports = endpoint({
	method: 'GET',
	url: '/chat/reports',
	schema: {
		tags,
		summary:
			'Reported messages that I may judge, never my own, the newest first: of the rooms that I moderate, and of those at my sites where nobody else does',
		querystring: z.object({ before: Id.optional(), settled: z.stringbool().default(false) }),
		response: { 200: z.object({ reports: z.array(MessageReport), more: z.boolean() }), ...refusals }
	}
});

export const areReportsWaiting = endpoint({
	method: 'GET',
	url: '/chat/reports/waiting',
	schema: {
		tags,
		summary: 'Whether reported messages wait for me to judge them',
		response: { 200: z.object({ waiting: z.boolean() }), ...refusals }
	}
});

export const hideReported = endpoint({
	method: 'POST',
	url: '/chat/reports/:id/hiding',
	schema: {
		tags,
		summary: 'Hide a reported message, also one that its author has removed; all its reports are settled',
		params: ById,
		body: z.object({ reason: text(500, 1) }),
		response: { 200: Done, ...refusals }
	}
});

/** Hiding the message settles its reports by itself; this is for the ones that were in vain. */
export const dismissReport = endpoint({
	method: 'POST',
	url: '/chat/reports/:id/dismissal',
	schema: {
		tags,
		summary: 'Leave a reported message as it is',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const RoomRecord = z.object({
	id: Id,
	title: z.string(),
	cohort: z.string(),
	madeAt: Moment,
	members: z.array(Person),
	messages: z.array(Message)
});
export type RoomRecord = z.infer<typeof RoomRecord>;

/** For those who moderate the room; 403 for its other people. */
export const exportRoom = endpoint({
	method: 'GET',
	url: '/rooms/:id/export',
	schema: {
		tags,
		summary: 'Everything that stands in a room, to keep or to print',
		params: ById,
		response: { 200: RoomRecord, ...refusals, 429: Problem }
	}
});

export const exportRoomText = endpoint({
	method: 'GET',
	url: '/rooms/:id/export.txt',
	schema: {
		tags,
		summary: 'The same as plain text',
		params: ById,
		produces: ['text/plain'],
		response: { 200: Bytes, ...refusals, 429: Problem }
	}
});
