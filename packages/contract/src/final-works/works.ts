import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, Draft, FormDefinition, FormSheet } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment } from '../words.ts';
import { Advice, State, Criterion, PeerFigures, ReceivedReview, WorkResult } from './results.ts';

const tags = ['final-works'];

export const MyFinalWork = z.object({
	id: Id.nullable(),
	state: State.nullable(),
	brief: z.string(),
	sheet: FormSheet,
	version: z.int(),
	publishedAt: Moment.nullable(),
	revisionUntil: Moment.nullable(),
	results: z.array(WorkResult),
	reviews: z.array(ReceivedReview),
	criteria: z.array(Criterion),
	commentLabels: z.record(z.string(), z.string()),
	passTotal: z.number(),
	maxTotal: z.number(),
	administration: z.object({
		invited: z.boolean(),
		author: z.string().nullable(),
		position: z.string().nullable(),
		text: z.string().nullable()
	}),
	workRoomId: Id.nullable(),
	reason: z.object({ code: z.string() }).nullable(),
	privacyWarning: z.string().nullable(),
	/** Colleagues are not told whose work it is until the results; its discussion opens with them. */
	blind: z.boolean(),
	/** Names of files which would tell the author and cannot be cleaned: colleagues do not get them. */
	forTutorOnly: z.array(z.string()),
	can: z.object({ publish: z.boolean(), inviteAdministration: z.boolean() })
});
export type MyFinalWork = z.infer<typeof MyFinalWork>;

export const getMyFinalWork = endpoint({
	method: 'GET',
	url: '/enrolments/:id/final-work',
	schema: {
		tags,
		summary: 'The intern’s own final work',
		params: ById,
		response: { 200: MyFinalWork, ...refusals }
	}
});

export const publishFinalWork = endpoint({
	method: 'POST',
	url: '/enrolments/:id/final-work/publication',
	schema: {
		tags,
		summary: 'Post the work to the cohort’s forum, or its revision when one is due',
		params: ById,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: MyFinalWork, ...refusals }
	}
});

export const ForumWork = z.object({
	id: Id,
	title: z.string(),
	author: z.string(),
	publishedAt: Moment,
	state: State,
	messages: z.int(),
	mine: z.boolean()
});
export type ForumWork = z.infer<typeof ForumWork>;

export const listForum = endpoint({
	method: 'GET',
	url: '/cohorts/:id/final-works',
	schema: {
		tags,
		summary: 'Works on the cohort’s forum, for its interns and those who run or lead it',
		params: ById,
		response: { 200: z.array(ForumWork), ...refusals }
	}
});

export const FinalWork = z.object({
	id: Id,
	cohortId: Id,
	/** The reader's own enrolment in the cohort, by whose forum they came; null for those who run or lead it. */
	enrolmentId: Id.nullable(),
	title: z.string(),
	author: z.string(),
	state: State,
	definition: FormDefinition,
	answer: Answer,
	version: z.int(),
	publishedAt: Moment,
	workRoomId: Id.nullable(),
	/** Colleagues are not told whose work it is until the results; its discussion opens with them. */
	blind: z.boolean(),
	administration: z.object({ author: z.string(), position: z.string(), text: z.string() }).nullable(),
	/** For those who run or lead the cohort, once the reviews are closed: the rule's result, and what only informs. */
	judged: z
		.object({ result: PeerFigures, advice: Advice.nullable(), moderationSpread: z.number() })
		.nullable(),
	/** Empty until the announcement, for everybody but those who decide. */
	results: z.array(WorkResult),
	reviews: z.array(ReceivedReview),
	criteria: z.array(Criterion),
	commentLabels: z.record(z.string(), z.string()),
	passTotal: z.number(),
	maxTotal: z.number(),
	/** `follow`: sees what the author has done with the result. */
	can: z.object({ discuss: z.boolean(), follow: z.boolean() })
});
export type FinalWork = z.infer<typeof FinalWork>;

export const getFinalWork = endpoint({
	method: 'GET',
	url: '/final-works/:id',
	schema: { tags, summary: 'A work on the forum', params: ById, response: { 200: FinalWork, ...refusals } }
});
