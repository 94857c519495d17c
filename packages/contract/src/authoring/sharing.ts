import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, text } from '../words.ts';

const tags = ['authoring'];

export const DraftComment = z.object({
	id: Id,
	/** Part of the draft; null: the whole of it. */
	part: z.string().nullable(),
	/** By keys, like the place of a finding; '' for the part itself. */
	place: z.string(),
	text: z.string(),
	by: z.string(),
	at: Moment,
	settled: z.object({ by: z.string(), at: Moment }).nullable(),
	can: z.object({ settle: z.boolean(), remove: z.boolean() })
});
export type DraftComment = z.infer<typeof DraftComment>;

export const listDraftComments = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/comments',
	schema: {
		tags,
		summary: 'What authors said to each other, the oldest first',
		params: ById,
		response: { 200: z.array(DraftComment), ...refusals }
	}
});

export const addDraftComment = endpoint({
	method: 'POST',
	url: '/programme-drafts/:id/comments',
	schema: {
		tags,
		summary: 'Say something to the other authors about a place',
		params: ById,
		body: z.object({ part: z.string().max(64).nullable(), place: text(500), text: text(2000) }),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const settleDraftComment = endpoint({
	method: 'POST',
	url: '/programme-draft-comments/:id/settling',
	schema: {
		tags,
		summary: 'Settle a comment, or open it again',
		params: ById,
		body: z.object({ settled: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

export const removeDraftComment = endpoint({
	method: 'DELETE',
	url: '/programme-draft-comments/:id',
	schema: {
		tags,
		summary: 'Take back what I said',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const listDraftCandidates = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/candidates',
	schema: {
		tags,
		summary: 'People of the site who could be co-authors',
		params: ById,
		response: { 200: z.array(z.object({ personId: Id, name: z.string() })), ...refusals }
	}
});

export const addDraftAuthor = endpoint({
	method: 'POST',
	url: '/programme-drafts/:id/authors',
	schema: {
		tags,
		summary: 'Let somebody of the site write a draft',
		params: ById,
		body: z.object({ personId: Id }),
		response: { 200: Done, ...refusals }
	}
});

export const removeDraftAuthor = endpoint({
	method: 'DELETE',
	url: '/programme-drafts/:id/authors/:personId',
	schema: {
		tags,
		summary: 'Let a co-author write no more',
		params: ById.extend({ personId: Id }),
		response: { 200: Done, ...refusals }
	}
});
