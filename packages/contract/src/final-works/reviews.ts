import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, Draft, FormDefinition, FormSheet } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment } from '../words.ts';
import { Criterion } from './results.ts';

const tags = ['final-works'];

export const ReviewTask = z.object({
	id: Id,
	title: z.string(),
	dueAt: Moment,
	sentAt: Moment.nullable(),
	late: z.boolean(),
	/** Whoever has not begun by then loses the review to another; null once it is begun, or stays for good. */
	leaseUntil: Moment.nullable()
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
	/** Others' reviews of the work can be read beside it from then on. */
	announced: z.boolean(),
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
