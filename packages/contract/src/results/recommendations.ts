import { REPLIES, USEFULNESS } from '@stazhirovka/domain/results';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, Draft, FormDefinition, FormSheet, Saved } from '../forms/index.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Id, Moment, text } from '../words.ts';

const tags = ['results'];

export const Recommendations = z.object({
	workId: Id,
	cohortId: Id,
	enrolmentId: Id,
	title: z.string(),
	author: z.string(),
	mine: z.boolean(),
	/** The table as a form, for its author. */
	sheet: FormSheet,
	rows: z.array(
		z.object({
			key: z.string(),
			question: z.string(),
			reviewer: z.string(),
			text: z.string(),
			reply: z.enum(REPLIES).nullable(),
			change: z.string()
		})
	),
	/** What the author said of each review; for those who run or lead the cohort alone. */
	usefulness: z
		.array(z.object({ reviewer: z.string(), answer: z.enum(USEFULNESS), reason: z.string() }))
		.nullable(),
	/** The work as it was published, the newest version last. */
	definition: FormDefinition,
	versions: z.array(z.object({ number: z.int(), publishedAt: Moment, answer: Answer })),
	can: z.object({ reopen: z.boolean() })
});
export type Recommendations = z.infer<typeof Recommendations>;

/** 409 `results.not_announced` before the announcement. */
export const getRecommendations = endpoint({
	method: 'GET',
	url: '/final-works/:id/recommendations',
	schema: {
		tags,
		summary:
			'What the reviewers advise and what the author answers; for the author and those who run or lead the cohort',
		params: ById,
		response: { 200: Recommendations, ...refusals }
	}
});

export const saveRecommendations = endpoint({
	method: 'PUT',
	url: '/final-works/:id/recommendations',
	schema: {
		tags,
		summary: 'Save the draft of the table of recommendations',
		params: ById,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

export const submitRecommendations = endpoint({
	method: 'POST',
	url: '/final-works/:id/recommendations/submission',
	schema: {
		tags,
		summary: 'Finish the table of recommendations; it is read-only after that',
		params: ById,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: Recommendations, ...refusals }
	}
});

export const reopenRecommendations = endpoint({
	method: 'POST',
	url: '/final-works/:id/recommendations/reopening',
	schema: {
		tags,
		summary: 'A tutor gives a finished table back to its author; what was answered stays in it',
		params: ById,
		body: z.object({ reason: text(2000, 10) }),
		response: { 200: Recommendations, ...refusals }
	}
});

export const printRecommendations = endpoint({
	method: 'GET',
	url: '/final-works/:id/recommendations/file.pdf',
	schema: {
		tags,
		summary: 'The table of recommendations as a PDF',
		params: ById,
		produces: ['application/pdf'],
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});

export const downloadRecommendations = endpoint({
	method: 'GET',
	url: '/final-works/:id/recommendations/file.docx',
	schema: {
		tags,
		summary: 'The table of recommendations for Word',
		params: ById,
		produces: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});
