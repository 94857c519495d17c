import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, Draft, FormDefinition, FormSheet, Saved } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person } from '../words.ts';

const tags = ['draft-rounds'];

const State = z.enum(['off', 'open', 'closed']);

/** What a reader wrote; who it was is told to nobody. */
const Comment = z.object({
	reader: z.string(),
	seen: z.string(),
	led: z.string(),
	advice: z.string(),
	sentAt: Moment
});

const ReadingTask = z.object({
	id: Id,
	/** «Черновик 47ФК»: whose it is nobody learns. */
	draft: z.string(),
	title: z.string(),
	dueAt: Moment,
	sentAt: Moment.nullable()
});

export const MyDraftRound = z.object({
	state: State,
	lastDay: Day.nullable(),
	/** The copy that was shown, with what came of it. */
	shown: z
		.object({
			title: z.string(),
			shownAt: Moment,
			readers: z.int(),
			definition: FormDefinition,
			answer: Answer,
			comments: z.array(Comment)
		})
		.nullable(),
	/** Drafts of others to comment on, and those that were. */
	readings: z.array(ReadingTask),
	/** Why the draft cannot be shown now; null when it can. */
	reason: z.string().nullable(),
	can: z.object({ show: z.boolean() })
});
export type MyDraftRound = z.infer<typeof MyDraftRound>;

export const getMyDraftRound = endpoint({
	method: 'GET',
	url: '/enrolments/:id/draft-round',
	schema: {
		tags,
		summary: 'The intern’s own part in the draft round: the draft shown, its comments, drafts to read',
		params: ById,
		response: { 200: MyDraftRound, ...refusals }
	}
});

/** 422 `form.privacy` {warnings} until `confirmedPrivacy` is true. */
export const showDraft = endpoint({
	method: 'POST',
	url: '/enrolments/:id/shown-draft',
	schema: {
		tags,
		summary: 'Show the draft of the final work as it was saved last: a copy that never changes, once',
		params: ById,
		body: z.object({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: MyDraftRound, ...refusals }
	}
});

export const DraftReading = z.object({
	id: Id,
	draft: z.object({ name: z.string(), title: z.string(), definition: FormDefinition, answer: Answer }),
	sheet: FormSheet,
	dueAt: Moment,
	sentAt: Moment.nullable(),
	can: z.object({ send: z.boolean() })
});
export type DraftReading = z.infer<typeof DraftReading>;

export const getDraftReading = endpoint({
	method: 'GET',
	url: '/draft-readings/:id',
	schema: {
		tags,
		summary: 'A draft beside the comment on it, for its reader',
		params: ById,
		response: { 200: DraftReading, ...refusals }
	}
});

export const saveDraftComment = endpoint({
	method: 'PUT',
	url: '/draft-readings/:id',
	schema: {
		tags,
		summary: 'Save the comment on a draft',
		params: ById,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

export const sendDraftComment = endpoint({
	method: 'POST',
	url: '/draft-readings/:id/sending',
	schema: {
		tags,
		summary: 'Send the comment for good: the author has it at once',
		params: ById,
		body: Draft,
		response: { 200: Done, ...refusals }
	}
});

export const CohortDraftRound = z.object({
	cohortId: Id,
	state: State,
	lastDay: Day.nullable(),
	/** The first day that can be its last, in the site’s zone. */
	today: Day,
	drafts: z.array(
		z.object({
			id: Id,
			author: Person,
			title: z.string(),
			shownAt: Moment,
			readers: z.array(z.object({ person: Person, state: z.enum(['open', 'sent', 'lapsed']), dueAt: Moment }))
		})
	),
	can: z.object({ open: z.boolean() })
});
export type CohortDraftRound = z.infer<typeof CohortDraftRound>;

export const getDraftRound = endpoint({
	method: 'GET',
	url: '/cohorts/:id/draft-round',
	schema: {
		tags,
		summary: 'The draft round of a cohort: until when, who has shown a draft, who reads it',
		params: ById,
		response: { 200: CohortDraftRound, ...refusals }
	}
});

export const setDraftRound = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/draft-round',
	schema: {
		tags,
		summary: 'Open the round up to and including a day, move that day, or close it',
		params: ById,
		/** Null closes. */
		body: z.object({ lastDay: Day.nullable() }),
		response: { 200: CohortDraftRound, ...refusals }
	}
});
