import { z } from 'zod';
import { MEETING_STATES } from '@stazhirovka/domain/councils';
import { SheetKind } from '../applications/words.ts';
import { endpoint } from '../endpoint.ts';
import { Draft, FormSheet, Saved } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, text } from '../words.ts';
import {
	ApplicationHead,
	ComputedConflict,
	Criterion,
	Reckoning,
	Recommendation,
	Standing,
	SubmittedReview
} from './words.ts';

const tags = ['councils'];

export const ExpertApplication = z.object({
	application: ApplicationHead.pick({ id: true, title: true, organisation: true, network: true }),
	council: z.string(),
	standing: Standing,
	/** Conflicts that follow from who I am: nothing needs to be declared. */
	computed: z.array(ComputedConflict),
	/** My review, when the application was given to me. */
	review: z.object({ id: Id, submittedAt: Moment.nullable() }).nullable(),
	finished: z.boolean()
});
export type ExpertApplication = z.infer<typeof ExpertApplication>;

export const ExpertMeeting = z.object({
	id: Id,
	council: z.string(),
	number: z.int().nullable(),
	heldOn: Day,
	beginsAt: z.string(),
	place: z.string(),
	state: z.enum(MEETING_STATES)
});
export type ExpertMeeting = z.infer<typeof ExpertMeeting>;

export const listMyExpertWork = endpoint({
	method: 'GET',
	url: '/expert/work',
	schema: {
		tags,
		summary: 'Applications and meetings of the councils that I sit in',
		response: {
			200: z.object({ applications: z.array(ExpertApplication), meetings: z.array(ExpertMeeting) }),
			...refusals
		}
	}
});

/** 409 `conflict.computed` when the person is in conflict whatever they say. A conflict is never taken back. */
export const declareConflict = endpoint({
	method: 'PUT',
	url: '/expert/applications/:id/declaration',
	schema: {
		tags,
		summary: 'Say that I have no conflict of interest in an application, or which one',
		params: ById,
		body: z.object({ conflict: z.boolean(), reason: text(2000).default('') }),
		response: { 200: ExpertApplication, ...refusals }
	}
});

export const ApplicationToReview = z.object({
	application: ApplicationHead.pick({ id: true, title: true, organisation: true, network: true }),
	theme: z.string(),
	/** Every sheet that the regulation asks for, as its author filled it in. */
	sheets: z.array(FormSheet.pick({ definition: true, answer: true }).extend({ kind: SheetKind })),
	review: z
		.object({
			id: Id,
			sheet: FormSheet,
			score: z.number().nullable(),
			recommendation: Recommendation.nullable()
		})
		.nullable(),
	/** By these my review is judged, so that its result is known before it is submitted. */
	criteria: z.array(Criterion),
	threshold: z.int(),
	/** Nobody sees the reviews of others before they have submitted their own. */
	others: z.array(SubmittedReview),
	/** How the expertise of this application comes to its result; null when there is none. */
	reckoning: Reckoning.nullable(),
	can: z.object({ declareConflict: z.boolean() })
});
export type ApplicationToReview = z.infer<typeof ApplicationToReview>;

export const getApplicationToReview = endpoint({
	method: 'GET',
	url: '/expert/applications/:id',
	schema: {
		tags,
		summary: 'An application for a member of its council who has declared to be free of conflict',
		params: ById,
		response: { 200: ApplicationToReview, ...refusals }
	}
});

export const saveApplicationReview = endpoint({
	method: 'PUT',
	url: '/expert/reviews/:id',
	schema: {
		tags,
		summary: 'Save the draft of my review on top of the named revision',
		params: ById,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

export const submitApplicationReview = endpoint({
	method: 'POST',
	url: '/expert/reviews/:id/submission',
	schema: {
		tags,
		summary: 'Submit my review; it cannot be changed after that',
		params: ById,
		body: Draft,
		response: { 200: ApplicationToReview, ...refusals }
	}
});
