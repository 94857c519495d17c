import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, Draft, FormDefinition, FormSheet } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['final-works'];
const State = z.enum(['published', 'in_review', 'passed', 'revision', 'revised', 'failed']);

export const Criterion = z.object({
	key: z.string(),
	title: z.string(),
	levels: z.array(z.object({ score: z.number(), descriptor: z.string() }))
});

/** A review as its author and others see it: the reviewer is an alias until the announcement. */
export const ReceivedReview = z.object({
	reviewer: z.string(),
	scores: z.record(z.string(), z.number()),
	comments: z.record(z.string(), z.string())
});

export const WorkResult = z.object({
	round: z.int(),
	medians: z.record(z.string(), z.number()).nullable(),
	total: z.number().nullable(),
	sums: z.array(z.number()),
	spread: z.number().nullable(),
	passedByReviews: z.boolean(),
	needsModeration: z.boolean(),
	enoughReviews: z.boolean(),
	passed: z.boolean(),
	decisionReason: z.string().nullable(),
	announcedAt: Moment
});
export type WorkResult = z.infer<typeof WorkResult>;

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

export const inviteAdministration = endpoint({
	method: 'POST',
	url: '/enrolments/:id/final-work/administration-view',
	schema: {
		tags,
		summary: 'Make a one-time link for the school’s administration; an earlier unused link stops working',
		params: ById,
		response: { 200: z.object({ path: z.string(), expiresAt: Moment }), ...refusals }
	}
});

const ByToken = z.object({ token: z.string().max(200) });

export const getAdministrationView = endpoint({
	method: 'GET',
	url: '/administration-views/:token',
	schema: {
		tags,
		summary: 'The work behind a one-time link',
		params: ByToken,
		response: {
			200: z.object({
				intern: z.string(),
				programme: z.string(),
				title: z.string(),
				definition: FormDefinition,
				answer: Answer,
				given: z.boolean()
			}),
			404: refusals[404]
		}
	}
});

export const giveAdministrationView = endpoint({
	method: 'POST',
	url: '/administration-views/:token',
	schema: {
		tags,
		summary: 'The administration’s short word on the work, once',
		params: ByToken,
		body: z.object({ author: text(200, 3), position: text(200, 2), text: text(4000, 20) }),
		response: { 200: Done, ...refusals }
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
	title: z.string(),
	author: z.string(),
	state: State,
	definition: FormDefinition,
	answer: Answer,
	version: z.int(),
	publishedAt: Moment,
	workRoomId: Id.nullable(),
	administration: z.object({ author: z.string(), position: z.string(), text: z.string() }).nullable(),
	/** Empty until the announcement, for everybody but those who decide. */
	results: z.array(WorkResult),
	reviews: z.array(ReceivedReview),
	criteria: z.array(Criterion),
	commentLabels: z.record(z.string(), z.string()),
	can: z.object({ discuss: z.boolean() })
});
export type FinalWork = z.infer<typeof FinalWork>;

export const getFinalWork = endpoint({
	method: 'GET',
	url: '/final-works/:id',
	schema: { tags, summary: 'A work on the forum', params: ById, response: { 200: FinalWork, ...refusals } }
});

export const ReviewTask = z.object({
	id: Id,
	title: z.string(),
	dueAt: Moment,
	sentAt: Moment.nullable(),
	late: z.boolean()
});
export type ReviewTask = z.infer<typeof ReviewTask>;

export const listMyReviews = endpoint({
	method: 'GET',
	url: '/enrolments/:id/reviews',
	schema: {
		tags,
		summary: 'Works that I am to review',
		params: ById,
		response: { 200: z.array(ReviewTask), ...refusals }
	}
});

export const Review = z.object({
	id: Id,
	work: z.object({
		id: Id,
		title: z.string(),
		author: z.string(),
		definition: FormDefinition,
		answer: Answer,
		workRoomId: Id.nullable()
	}),
	criteria: z.array(Criterion),
	sheet: FormSheet,
	dueAt: Moment,
	sentAt: Moment.nullable(),
	can: z.object({ send: z.boolean() })
});
export type Review = z.infer<typeof Review>;

export const getReview = endpoint({
	method: 'GET',
	url: '/reviews/:id',
	schema: {
		tags,
		summary: 'A review to write, the work beside the rubric',
		params: ById,
		response: { 200: Review, ...refusals }
	}
});

export const saveReview = endpoint({
	method: 'PUT',
	url: '/reviews/:id',
	schema: {
		tags,
		summary: 'Save the draft of a review',
		params: ById,
		body: Draft,
		response: { 200: z.object({ revision: z.int(), savedAt: Moment }), ...refusals }
	}
});

export const sendReview = endpoint({
	method: 'POST',
	url: '/reviews/:id/submission',
	schema: {
		tags,
		summary: 'Send the review; it cannot be changed after that',
		params: ById,
		body: Draft,
		response: { 200: Review, ...refusals }
	}
});

export const Board = z.object({
	cohortId: Id,
	announcedAt: Moment.nullable(),
	allocation: z
		.object({
			seed: z.int(),
			madeAt: Moment,
			by: Person,
			pairs: z.int(),
			short: z.array(z.object({ work: z.string(), missing: z.int() })),
			sameOrganisation: z.int()
		})
		.nullable(),
	interns: z.int(),
	passTotal: z.number(),
	maxTotal: z.number(),
	works: z.array(
		z.object({
			id: Id,
			title: z.string(),
			author: Person,
			organisation: z.string().nullable(),
			state: State,
			reviewers: z.array(
				z.object({
					person: Person,
					organisation: z.string().nullable(),
					sentAt: Moment.nullable(),
					total: z.number().nullable()
				})
			),
			result: WorkResult.omit({
				round: true,
				announcedAt: true,
				decisionReason: true,
				passed: true
			}).nullable(),
			/** The rules ask for the tutor's decision and there is none yet. */
			awaitsDecision: z.boolean(),
			decision: z.object({ passed: z.boolean(), reason: z.string() }).nullable(),
			revisionUntil: Moment.nullable()
		})
	),
	can: z.object({ allocate: z.boolean(), announce: z.boolean(), decide: z.boolean() }),
	/** Why it cannot be announced yet. */
	blocked: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.string()).optional() }))
});
export type Board = z.infer<typeof Board>;

export const getBoard = endpoint({
	method: 'GET',
	url: '/cohorts/:id/board',
	schema: {
		tags,
		summary: 'Reviews and results of a cohort, for those who run it',
		params: ById,
		response: { 200: Board, ...refusals }
	}
});

export const allocateReviews = endpoint({
	method: 'POST',
	url: '/cohorts/:id/allocation',
	schema: {
		tags,
		summary: 'Distribute the published works for review; later works join a further round',
		params: ById,
		body: z.object({ seed: z.int().min(0).max(2_147_483_647).nullable().default(null) }),
		response: { 200: Board, ...refusals }
	}
});

export const moderateWork = endpoint({
	method: 'POST',
	url: '/final-works/:id/decision',
	schema: {
		tags,
		summary: 'The tutor’s decision with a reason, where the rules ask for it or after a revision',
		params: ById,
		body: z.object({ passed: z.boolean(), reason: text(4000, 10) }),
		response: { 200: Board, ...refusals }
	}
});

export const announceResults = endpoint({
	method: 'POST',
	url: '/cohorts/:id/announcement',
	schema: {
		tags,
		summary: 'Announce all results of the cohort at once',
		params: ById,
		response: { 200: Board, ...refusals }
	}
});
