import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person } from '../words.ts';

const tags = ['allocation'];

export const Way = z.enum(['reserve', 'fewer', 'more', 'other_group', 'colleagues']);
export type Way = z.infer<typeof Way>;

const ReserveKind = z.enum(['tutor', 'expert', 'graduate']);

/** Who takes part in the reviews, an intern by enrolment, somebody of the reserve by the id there. */
const Participant = z.object({
	id: Id,
	person: Person,
	organisation: z.string().nullable(),
	/** Null for an intern of the cohort. */
	reserve: ReserveKind.nullable()
});

export const AllocationDesk = z.object({
	cohortId: Id,
	announcedAt: Moment.nullable(),
	/** Works by the organisation of their authors, the greatest part first. */
	organisations: z.array(z.object({ title: z.string().nullable(), works: z.int() })),
	works: z.int(),
	/** Works that nobody reviews yet. */
	fresh: z.int(),
	reviewers: z.int(),
	/** Interns whose work is not on the forum. */
	without: z.int(),
	reviewsPerWork: z.int(),
	leastWorks: z.int(),
	/** Whether reviews were given before. */
	begun: z.boolean(),
	/** The newest proposal that was not released. */
	proposal: z.object({ id: Id, madeAt: Moment, by: Person }).nullable(),
	interns: z.array(Participant),
	reserve: z.array(Participant.extend({ reviews: z.int() })),
	candidates: z.array(z.object({ person: Person, organisation: z.string().nullable(), kind: ReserveKind })),
	conflicts: z.array(
		z.object({
			id: Id,
			people: z.tuple([Person, Person]),
			kind: z.enum(['knows_author', 'cannot_judge', 'staff']),
			reason: z.string(),
			declaredAt: Moment,
			can: z.object({ withdraw: z.boolean() })
		})
	),
	/** Reviewers who have begun none of their reviews for half of the time in which they may keep them. */
	silent: z.array(
		z.object({ reviewer: Participant, since: Moment, until: Moment.nullable(), reviews: z.int() })
	),
	/** Works whose time is over with too few reviews, the most missing first. */
	short: z.array(
		z.object({
			id: Id,
			title: z.string(),
			author: Person,
			missing: z.int(),
			can: z.object({ review: z.boolean() })
		})
	),
	can: z.object({ propose: z.boolean() })
});
export type AllocationDesk = z.infer<typeof AllocationDesk>;

export const getAllocationDesk = endpoint({
	method: 'GET',
	url: '/cohorts/:id/allocation',
	schema: {
		tags,
		summary: 'Who takes part in the reviews of a cohort, for those who run or lead it',
		params: ById,
		response: { 200: AllocationDesk, ...refusals }
	}
});

const Why = z.object({
	how: z.enum(['drawn', 'begun', 'colleague', 'reserve']),
	couldReview: z.int(),
	couldNot: z.object({
		own: z.int(),
		colleagues: z.int(),
		declared: z.int(),
		computed: z.int(),
		earlier: z.int()
	}),
	load: z.int(),
	loads: z.object({ least: z.int(), most: z.int() }),
	couple: z.boolean()
});
export type Why = z.infer<typeof Why>;

const Change = z.enum(['withdrawn', 'left', 'silent', 'expired', 'conflict', 'moved']);

export const Proposal = z.object({
	id: Id,
	cohortId: Id,
	seed: z.int(),
	version: z.int(),
	way: Way.nullable(),
	/** Whose reviews that are not begun were to be given on: whoever asks for another draw asks for that again. */
	silent: z.array(Id),
	madeAt: Moment,
	by: Person,
	inputHash: z.string(),
	resultHash: z.string(),
	/** The first round: every pair is new. */
	first: z.boolean(),
	reviewsPerWork: z.int(),
	works: z.array(
		z.object({
			id: Id,
			title: z.string(),
			author: Person,
			organisation: z.string().nullable(),
			missing: z.int(),
			reviewers: z.array(Participant.extend({ isNew: z.boolean(), why: Why.nullable() }))
		})
	),
	loads: z.array(Participant.extend({ reviews: z.int() })),
	/** What is taken from somebody, and why. */
	dropped: z.array(z.object({ workId: Id, work: z.string(), reviewer: Participant, because: Change })),
	added: z.int(),
	warnings: z.object({
		colleagues: z.int(),
		couples: z.int(),
		islands: z.int(),
		/** Loads of interns differ by more than one. */
		uneven: z.boolean()
	}),
	deficit: z
		.object({
			organisations: z.array(z.object({ title: z.string().nullable(), works: z.int(), of: z.int() })),
			works: z.int(),
			worksInAll: z.int(),
			reviewers: z.int(),
			each: z.int().nullable(),
			needed: z.int(),
			exist: z.int(),
			missing: z.int()
		})
		.nullable(),
	options: z.array(
		z.object({
			way: Way,
			/** Who would help, by name, and with how many reviews. */
			helpers: z.array(z.object({ person: Person, reviews: z.int() })),
			/** Works that would get fewer, or pairs of colleagues. */
			count: z.int(),
			worst: z.object({
				missing: z.int(),
				fewestReviews: z.int(),
				mostLoad: z.int(),
				colleagues: z.int()
			})
		})
	),
	released: z.boolean(),
	/** Works, people or conflicts have changed since: it shows what was, and a new one is needed. */
	stale: z.boolean(),
	can: z.object({ release: z.boolean() })
});
export type Proposal = z.infer<typeof Proposal>;

export const proposeAllocation = endpoint({
	method: 'POST',
	url: '/cohorts/:id/allocation/proposals',
	schema: {
		tags,
		summary: 'Draw an allocation to look at; nobody is told before its release',
		params: ById,
		body: z.object({
			seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
			way: Way.nullable().default(null),
			/** Reviewers who do not answer: what they have not begun goes to others. */
			silent: z.array(Id).max(500).default([])
		}),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const getProposal = endpoint({
	method: 'GET',
	url: '/allocation-proposals/:id',
	schema: {
		tags,
		summary: 'A drawn allocation with the reason for every pair',
		params: ById,
		response: { 200: Proposal, ...refusals }
	}
});

export const releaseProposal = endpoint({
	method: 'POST',
	url: '/allocation-proposals/:id/release',
	schema: {
		tags,
		summary: 'Give the works to the reviewers exactly as shown; refused when anything changed since',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});
