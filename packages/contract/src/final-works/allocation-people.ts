import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, text } from '../words.ts';
import { ReviewTask } from './reviews.ts';

const tags = ['allocation'];

export const addReserve = endpoint({
	method: 'POST',
	url: '/cohorts/:id/allocation/reserve',
	schema: {
		tags,
		summary: 'Name a tutor, an expert or a graduate who may review when the interns cannot',
		params: ById,
		body: z.object({ personId: Id }),
		response: { 200: Done, ...refusals }
	}
});

export const removeReserve = endpoint({
	method: 'DELETE',
	url: '/cohorts/:id/allocation/reserve/:reviewer',
	schema: {
		tags,
		summary: 'Take somebody out of the reserve who reviews nothing',
		params: ById.extend({ reviewer: Id }),
		response: { 200: Done, ...refusals }
	}
});

const Reason = text(1000, 5);

export const declareConflict = endpoint({
	method: 'POST',
	url: '/cohorts/:id/allocation/conflicts',
	schema: {
		tags,
		summary: 'Two people of the cohort who must not review each other',
		params: ById,
		body: z.object({ first: Id, second: Id, reason: Reason }),
		response: { 200: Done, ...refusals }
	}
});

export const withdrawConflict = endpoint({
	method: 'POST',
	url: '/review-conflicts/:id/withdrawal',
	schema: {
		tags,
		summary: 'Withdraw a conflict that staff declared',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const declineReview = endpoint({
	method: 'POST',
	url: '/reviews/:id/return',
	schema: {
		tags,
		summary:
			'«I know the author» or «I cannot judge»: gives the review back at once, and another reviewer is found',
		params: ById,
		body: z.object({ kind: z.enum(['knows_author', 'cannot_judge']), reason: Reason }),
		response: { 200: Done, ...refusals }
	}
});

export const takeReview = endpoint({
	method: 'POST',
	url: '/final-works/:id/staff-review',
	schema: {
		tags,
		summary: 'A tutor takes a review that is missing when the time is over',
		params: ById,
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const ReserveReview = ReviewTask.extend({ cohort: z.string() });
export type ReserveReview = z.infer<typeof ReserveReview>;

export const listReserveReviews = endpoint({
	method: 'GET',
	url: '/reserve-reviews',
	schema: {
		tags,
		summary: 'Reviews that I am to write without being an intern of the cohort',
		response: { 200: z.array(ReserveReview), ...refusals }
	}
});
