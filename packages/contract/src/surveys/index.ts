import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, FormDefinition } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done } from '../words.ts';

const tags = ['surveys'];

export const Survey = z.object({
	definition: FormDefinition,
	answered: z.boolean(),
	reason: z.object({ code: z.string() }).nullable(),
	can: z.object({ answer: z.boolean() })
});
export type Survey = z.infer<typeof Survey>;

export const getSurvey = endpoint({
	method: 'GET',
	url: '/enrolments/:id/survey',
	schema: {
		tags,
		summary: 'The anonymous survey of the programme',
		params: ById,
		response: { 200: Survey, ...refusals }
	}
});

export const answerSurvey = endpoint({
	method: 'POST',
	url: '/enrolments/:id/survey',
	schema: {
		tags,
		summary: 'Answer once; the answer is stored without person and time',
		params: ById,
		body: z.object({ answer: Answer }),
		response: { 200: Done, ...refusals }
	}
});

export const FollowUp = z.object({
	definition: FormDefinition,
	answered: z.boolean(),
	/** Null until there is a document. */
	opensOn: Day.nullable(),
	can: z.object({ answer: z.boolean() })
});
export type FollowUp = z.infer<typeof FollowUp>;

export const getFollowUp = endpoint({
	method: 'GET',
	url: '/enrolments/:id/follow-up',
	schema: {
		tags,
		summary: 'The survey some time after the document, where the programme asks one (X26)',
		params: ById,
		response: { 200: FollowUp, ...refusals }
	}
});

export const answerFollowUp = endpoint({
	method: 'POST',
	url: '/enrolments/:id/follow-up',
	schema: {
		tags,
		summary: 'Answer once; stored without person and time, as the first one',
		params: ById,
		body: z.object({ answer: Answer }),
		response: { 200: Done, ...refusals }
	}
});

const Summary = {
	answered: z.int(),
	/** Of them in whole fives, which alone are told of (R167). */
	counted: z.int(),
	threshold: z.int(),
	/** Null while fewer are counted than the threshold (five or more). */
	questions: z
		.array(
			z.object({
				key: z.string(),
				text: z.string(),
				counts: z.array(z.object({ label: z.string(), count: z.int() })),
				mean: z.number().nullable(),
				texts: z.array(z.string())
			})
		)
		.nullable()
};

export const SurveySummary = z.object({
	...Summary,
	/** The same of the later survey; null where the programme asks none. */
	followUp: z.object({ ...Summary, afterDays: z.int() }).nullable()
});
export type SurveySummary = z.infer<typeof SurveySummary>;

export const getSurveySummary = endpoint({
	method: 'GET',
	url: '/cohorts/:id/survey-summary',
	schema: {
		tags,
		summary: 'Results of the survey over five or more answers',
		params: ById,
		response: { 200: SurveySummary, ...refusals }
	}
});
