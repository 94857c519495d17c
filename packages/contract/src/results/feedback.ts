import { USEFULNESS } from '@stazhirovka/domain/results';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Criterion } from '../final-works/results.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, text } from '../words.ts';

const tags = ['results'];

const Given = z.object({
	scores: z.record(z.string(), z.number()),
	comments: z.record(z.string(), z.string())
});

/** How the own marks lie beside others' of the same works. It names nobody and no place among others. */
const Tendency = z.discriminatedUnion('kind', [
	z.object({ kind: z.enum(['stricter', 'milder']), points: z.number() }),
	z.object({ kind: z.enum(['as_others', 'too_early']) })
]);

export const ReviewFeedback = z.object({
	tendency: Tendency,
	/** Sums over all own reviews; null before there are several answers. */
	usefulness: z.object({ answers: z.int(), useful: z.int(), partly: z.int(), useless: z.int() }).nullable(),
	criteria: z.array(Criterion),
	commentLabels: z.record(z.string(), z.string()),
	/** The works that I reviewed: my marks and, without names, those of the others. */
	works: z.array(z.object({ reviewId: Id, title: z.string(), own: Given, others: z.array(Given) }))
});
export type ReviewFeedback = z.infer<typeof ReviewFeedback>;

export const getReviewFeedback = endpoint({
	method: 'GET',
	url: '/enrolments/:id/review-feedback',
	schema: {
		tags,
		summary:
			'After the announcement: my own tendency as a reviewer, and others’ nameless reviews of the same works',
		params: ById,
		response: { 200: ReviewFeedback, ...refusals }
	}
});

export const rateReview = endpoint({
	method: 'POST',
	url: '/reviews/:id/usefulness',
	schema: {
		tags,
		summary: 'The author’s word on a review, once; it changes no result and its reviewer only learns sums',
		params: ById,
		body: z.object({ answer: z.enum(USEFULNESS), reason: text(2000).default('') }),
		response: { 200: Done, ...refusals }
	}
});
