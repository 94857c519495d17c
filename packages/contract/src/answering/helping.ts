import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Person, text } from '../words.ts';

const tags = ['answering'];

export const QuickReply = z.object({ id: Id, text: z.string() });
export type QuickReply = z.infer<typeof QuickReply>;

export const listQuickReplies = endpoint({
	method: 'GET',
	url: '/quick-replies',
	schema: {
		tags,
		summary: 'My own templates of answers, the oldest first',
		response: { 200: z.array(QuickReply), ...refusals }
	}
});

/** A text that is there already changes nothing. 409 `quick_reply.too_many`. */
export const addQuickReply = endpoint({
	method: 'POST',
	url: '/quick-replies',
	schema: {
		tags,
		summary: 'Keep a template of an answer',
		body: z.object({ text: text(2000, 1) }),
		response: { 200: Done, ...refusals }
	}
});

export const removeQuickReply = endpoint({
	method: 'POST',
	url: '/quick-replies/:id/removal',
	schema: { tags, summary: 'Throw a template away', params: ById, response: { 200: Done, ...refusals } }
});

/** Somebody is away; `until` is the last day of it. */
export const Away = z.object({ person: Person, until: Day, note: z.string() });
export type Away = z.infer<typeof Away>;

export const getAway = endpoint({
	method: 'GET',
	url: '/away',
	schema: {
		tags,
		summary: 'My own note, while it lasts',
		response: { 200: z.object({ away: Away.omit({ person: true }).nullable() }), ...refusals }
	}
});

/** 422 `away.day_wrong` for a day that has passed or does not exist. */
export const goAway = endpoint({
	method: 'PUT',
	url: '/away',
	schema: {
		tags,
		summary: 'Say until which day I am away',
		body: z.object({ until: z.string().max(10), note: text(500) }),
		response: { 200: Done, ...refusals }
	}
});

export const comeBack = endpoint({
	method: 'POST',
	url: '/away/end',
	schema: { tags, summary: 'I am back', response: { 200: Done, ...refusals } }
});

/** Of the staff in a room; for everybody in it. */
export const listRoomAway = endpoint({
	method: 'GET',
	url: '/rooms/:id/away',
	schema: {
		tags,
		summary: 'Who of those who answer in a room is away',
		params: ById,
		response: { 200: z.array(Away), ...refusals }
	}
});
