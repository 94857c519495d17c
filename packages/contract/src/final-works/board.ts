import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment, Person, text } from '../words.ts';
import { Advice, PeerFigures, State } from './results.ts';

const tags = ['final-works'];

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
	/** What the programme asks of an allocation and of a decision. */
	rules: z.object({
		reviewsPerWork: z.int(),
		/** Fewer works than this cannot be allocated. */
		leastWorks: z.int(),
		deadlineDays: z.int(),
		/** Null: the programme allows no revision. */
		revisionDays: z.int().nullable(),
		moderationSpread: z.number()
	}),
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
					dueAt: Moment,
					sentAt: Moment.nullable(),
					total: z.number().nullable()
				})
			),
			result: PeerFigures.nullable(),
			/** Null while its reviews are awaited. */
			advice: Advice.nullable(),
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
