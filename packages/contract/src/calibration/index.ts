import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Criterion } from '../final-works/results.ts';
import { Answer, Draft, FormDefinition, FormSheet, Saved } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['calibration'];

const Scores = z.record(z.string(), z.number());

/** `none`: nothing to mark. `stuck`: no tries left, the tutor decides. */
const State = z.enum(['none', 'open', 'passed', 'admitted', 'stuck']);

export const CalibrationTry = z.object({
	title: z.string(),
	triedAt: Moment,
	/** Mean distance from the staff, in levels. */
	deviation: z.number(),
	passed: z.boolean(),
	criteria: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			given: z.object({ score: z.number(), descriptor: z.string() }),
			staff: z.object({ score: z.number(), descriptor: z.string() }),
			/** In levels: above the staff (+) or below (–). */
			apart: z.int(),
			why: z.string()
		})
	)
});
export type CalibrationTry = z.infer<typeof CalibrationTry>;

export const MyCalibration = z.object({
	state: State,
	left: z.int(),
	/** What is to be marked now. */
	example: z.object({ id: Id, title: z.string(), definition: FormDefinition, answer: Answer }).nullable(),
	criteria: z.array(Criterion),
	/** The newest first. */
	tries: z.array(CalibrationTry)
});
export type MyCalibration = z.infer<typeof MyCalibration>;

export const getMyCalibration = endpoint({
	method: 'GET',
	url: '/enrolments/:id/calibration',
	schema: {
		tags,
		summary: 'The example work to mark before the first review, and what came of earlier tries',
		params: ById,
		response: { 200: MyCalibration, ...refusals }
	}
});

export const tryCalibration = endpoint({
	method: 'POST',
	url: '/enrolments/:id/calibration-tries',
	schema: {
		tags,
		summary: 'Mark the example work; the marks of the staff are told in the answer',
		params: ById,
		body: z.object({ exampleId: Id, scores: Scores }),
		response: { 200: MyCalibration, ...refusals }
	}
});

export const admitToReviews = endpoint({
	method: 'POST',
	url: '/enrolments/:id/calibration-admission',
	schema: {
		tags,
		summary: 'Let an intern whose tries are used up review real works, after a talk',
		params: ById,
		body: z.object({ reason: text(2000, 10) }),
		response: { 200: Done, ...refusals }
	}
});

export const Calibration = z.object({
	cohortId: Id,
	most: z.int(),
	examples: z.array(
		z.object({ id: Id, title: z.string(), savedAt: Moment, publishedAt: Moment.nullable(), tries: z.int() })
	),
	interns: z.array(
		z.object({
			enrolmentId: Id,
			person: Person,
			state: State,
			tries: z.array(z.object({ deviation: z.number(), passed: z.boolean() })),
			/** Why the tutor let the intern through. */
			reason: z.string().nullable(),
			can: z.object({ admit: z.boolean() })
		})
	),
	/** Examples of an earlier version of the programme; `changed` names the criteria that differ. */
	earlier: z.object({ version: z.int(), count: z.int(), changed: z.array(z.string()) }).nullable(),
	can: z.object({ add: z.boolean(), takeOver: z.boolean() })
});
export type Calibration = z.infer<typeof Calibration>;

export const getCalibration = endpoint({
	method: 'GET',
	url: '/cohorts/:id/calibration',
	schema: {
		tags,
		summary: 'Example works of the cohort’s programme, and how its interns marked them',
		params: ById,
		response: { 200: Calibration, ...refusals }
	}
});

export const addExample = endpoint({
	method: 'POST',
	url: '/cohorts/:id/calibration-works',
	schema: {
		tags,
		summary: 'Begin an example work; nobody is given it before it is published',
		params: ById,
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const takeExamplesOver = endpoint({
	method: 'POST',
	url: '/cohorts/:id/calibration-works/taking-over',
	schema: {
		tags,
		summary: 'Take the published examples of an earlier version over, where every criterion is the same',
		params: ById,
		response: { 200: z.object({ taken: z.int() }), ...refusals }
	}
});

const OfExample = z.object({ id: Id, example: Id });

export const Example = z.object({
	id: Id,
	title: z.string(),
	publishedAt: Moment.nullable(),
	sheet: FormSheet
});

export const getExample = endpoint({
	method: 'GET',
	url: '/cohorts/:id/calibration-works/:example',
	schema: {
		tags,
		summary: 'An example work with the marks of the staff, for the staff',
		params: OfExample,
		response: { 200: Example, ...refusals }
	}
});

export const saveExample = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/calibration-works/:example',
	schema: {
		tags,
		summary: 'Save the draft of an example work',
		params: OfExample,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

export const publishExample = endpoint({
	method: 'POST',
	url: '/cohorts/:id/calibration-works/:example/publication',
	schema: {
		tags,
		summary: 'Give the example work to interns: from now on it is marked before the first review',
		params: OfExample,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: Done, ...refusals }
	}
});

export const retireExample = endpoint({
	method: 'POST',
	url: '/cohorts/:id/calibration-works/:example/retirement',
	schema: {
		tags,
		summary: 'Give the example work to nobody any longer; what was tried stays',
		params: OfExample,
		response: { 200: Done, ...refusals }
	}
});
