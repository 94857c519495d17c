import { ENROLMENT_STATES } from '@stazhirovka/domain/cohorts';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['cohorts'];

export const EnrolmentState = z.enum(ENROLMENT_STATES);

/** The word of the head of the sending school (R77), as the applicant and the site see it. */
export const HeadWord = z.object({
	/** `not_asked`: nobody was written to yet; `outdated`: the link was not used in time. */
	state: z.enum(['not_asked', 'asked', 'outdated', 'agreed', 'refused']),
	email: z.string().nullable(),
	/** The address is the one that the register has for the school. */
	fromRegister: z.boolean(),
	sentAt: Moment.nullable(),
	expiresAt: Moment.nullable(),
	author: z.string().nullable(),
	position: z.string().nullable(),
	reason: z.string().nullable(),
	onPaper: z.boolean()
});
export type HeadWord = z.infer<typeof HeadWord>;

/** A privilege that somebody counts themselves to; `accepted` is null until the site has looked (R20). */
export const Priority = z.object({ group: z.string(), accepted: z.boolean().nullable() });

/** `not_named`: the position is none of those that the programme is for (R48). */
export const AudienceFit = z.enum(['named', 'not_named', 'unsaid']);

/** An enrolment as its path names it, for the intern and the tutor. */
export const WalkedEnrolment = z.object({
	id: Id,
	state: EnrolmentState,
	programme: z.string(),
	cohort: z.string(),
	site: z.string(),
	startsOn: Day,
	endsOn: Day,
	decisionReason: z.string().nullable(),
	can: z.object({ enter: z.boolean(), withdraw: z.boolean() })
});
export type WalkedEnrolment = z.infer<typeof WalkedEnrolment>;

/** One's own enrolment with all that is said of it. */
export const MyEnrolment = WalkedEnrolment.extend({
	/** The place in the waiting list, from 1. */
	place: z.int().nullable(),
	/** The place that the application would lead to if it were admitted now; null: to a seat, or it is decided. */
	placeAhead: z.int().nullable(),
	/** Until when the seat of an invitation is held. */
	heldUntil: Day.nullable(),
	/** Null where the cohort does not ask the head. */
	head: HeadWord.nullable(),
	position: z.string().nullable(),
	audience: z.array(z.string()),
	fit: AudienceFit,
	/** Who goes first in this cohort; empty: nobody does. */
	priorityGroups: z.array(z.string()),
	priority: Priority.nullable(),
	/** Where the enrolment came from or went to by a transfer. */
	transfer: z
		.object({ from: z.string().nullable(), to: z.string().nullable(), kept: z.array(z.string()) })
		.nullable(),
	can: z.object({
		enter: z.boolean(),
		withdraw: z.boolean(),
		/** Give the seat up before the first day. */
		leave: z.boolean(),
		accept: z.boolean(),
		askHead: z.boolean(),
		claim: z.boolean()
	})
});
export type MyEnrolment = z.infer<typeof MyEnrolment>;

export const listMyEnrolments = endpoint({
	method: 'GET',
	url: '/enrolments',
	schema: {
		tags,
		summary: 'My enrolments as an intern',
		response: { 200: z.array(MyEnrolment), ...refusals }
	}
});

export const enrol = endpoint({
	method: 'POST',
	url: '/cohorts/:id/enrolments',
	schema: { tags, summary: 'Apply for a cohort', params: ById, response: { 200: MyEnrolment, ...refusals } }
});

export const withdrawEnrolment = endpoint({
	method: 'POST',
	url: '/enrolments/:id/withdrawal',
	schema: {
		tags,
		summary: 'Withdraw my application',
		params: ById,
		response: { 200: MyEnrolment, ...refusals }
	}
});

export const CohortEnrolment = z.object({
	id: Id,
	person: Person,
	position: z.string().nullable(),
	organisation: z.string().nullable(),
	state: EnrolmentState,
	appliedAt: Moment,
	tutor: Person.nullable(),
	attended: z.boolean(),
	understanding: z.string().nullable(),
	can: z.object({ confirm: z.boolean(), decline: z.boolean() })
});
export type CohortEnrolment = z.infer<typeof CohortEnrolment>;

export const listCohortEnrolments = endpoint({
	method: 'GET',
	url: '/cohorts/:id/enrolments',
	schema: {
		tags,
		summary: 'People of a cohort, for those who run or lead it',
		params: ById,
		response: { 200: z.array(CohortEnrolment), ...refusals }
	}
});

/** `audienceReason`: why somebody outside of the audience is taken; demanded for such, needless for others (R48). */
const ConfirmEnrolment = z.object({
	decision: z.literal('confirm'),
	tutorId: Id.nullable().default(null),
	audienceReason: text(1000).nullable().default(null)
});
const DeclineEnrolment = z.object({ decision: z.literal('decline'), reason: text(1000, 10) });

/** 422 `enrolment.audience_reason_missing` names the people whose position is not in the audience. */
export const decideEnrolment = endpoint({
	method: 'POST',
	url: '/enrolments/:id/decision',
	schema: {
		tags,
		summary: 'Confirm an application (naming the tutor) or decline it with a reason',
		params: ById,
		body: z.discriminatedUnion('decision', [ConfirmEnrolment, DeclineEnrolment]),
		response: { 200: CohortEnrolment, ...refusals }
	}
});

const ids = z.array(Id).min(1).max(500);

/** On all of them or on none; who finds no seat joins the waiting list in its order. */
export const decideEnrolments = endpoint({
	method: 'POST',
	url: '/cohorts/:id/enrolment-decisions',
	schema: {
		tags,
		summary: 'Decide several applications of a cohort at once',
		params: ById,
		body: z.discriminatedUnion('decision', [
			ConfirmEnrolment.extend({ ids }),
			DeclineEnrolment.extend({ ids })
		]),
		response: { 200: Done, ...refusals }
	}
});
