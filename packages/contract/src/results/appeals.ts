import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Criterion, WorkResult } from '../final-works/results.ts';
import { Draft, FormSheet, Saved } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, text } from '../words.ts';

const tags = ['results'];

const Marks = z.record(z.string(), z.number());
const Words = z.record(z.string(), z.string());

export const Appeal = z.object({
	workId: Id,
	cohortId: Id,
	enrolmentId: Id,
	title: z.string(),
	author: z.string(),
	mine: z.boolean(),
	/** End of the time in which an appeal may be sent. */
	until: Moment,
	/** The site's. */
	timeZone: z.string(),
	/** Fixed before the announcement: whether marks may also fall. */
	mayLower: z.boolean(),
	/** The result that holds now, and the marks by criterion from which an appeal begins. */
	result: WorkResult,
	marks: Marks.nullable(),
	criteria: z.array(Criterion),
	passTotal: z.number(),
	maxTotal: z.number(),
	/** The author's reasons by criterion. */
	sheet: FormSheet,
	sent: z.object({ sentAt: Moment, answerBy: Day, late: z.boolean(), reasons: Words }).nullable(),
	decided: z
		.object({
			decidedAt: Moment,
			/** Told to those who run or lead the cohort alone. */
			by: z.string().nullable(),
			marks: Marks.nullable(),
			changes: Words,
			passed: z.boolean(),
			conclusion: z.string()
		})
		.nullable(),
	/** Why nothing can be sent or decided now. */
	reason: z.string().nullable(),
	can: z.object({ send: z.boolean(), decide: z.boolean() })
});
export type Appeal = z.infer<typeof Appeal>;

export const getAppeal = endpoint({
	method: 'GET',
	url: '/final-works/:id/appeal',
	schema: {
		tags,
		summary: 'The appeal against a result, sent or not; for the author and those who run or lead the cohort',
		params: ById,
		response: { 200: Appeal, ...refusals }
	}
});

export const saveAppeal = endpoint({
	method: 'PUT',
	url: '/final-works/:id/appeal',
	schema: {
		tags,
		summary: 'Save the draft of an appeal',
		params: ById,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

export const sendAppeal = endpoint({
	method: 'POST',
	url: '/final-works/:id/appeal/submission',
	schema: {
		tags,
		summary: 'Send the appeal: once, within seven days of the result',
		params: ById,
		body: Draft.extend({ confirmedPrivacy: z.boolean().default(false) }),
		response: { 200: Appeal, ...refusals }
	}
});

export const decideAppeal = endpoint({
	method: 'POST',
	url: '/final-works/:id/appeal/decision',
	schema: {
		tags,
		summary:
			'Answer the appeal: marks as they were or changed with reasons; a change is a new round of the result',
		params: ById,
		body: z.object({
			marks: Marks.nullable(),
			changes: z.record(z.string().max(100), text(4000)),
			passed: z.boolean(),
			conclusion: text(4000)
		}),
		response: { 200: Appeal, ...refusals }
	}
});

export const CohortAppeals = z.object({
	cohortId: Id,
	announcedAt: Moment.nullable(),
	mayLower: z.boolean(),
	sent: z.int(),
	open: z.int(),
	late: z.int(),
	appeals: z.array(
		z.object({
			workId: Id,
			title: z.string(),
			author: z.string(),
			sentAt: Moment,
			answerBy: Day,
			late: z.boolean(),
			decided: z.boolean()
		})
	),
	can: z.object({ setRule: z.boolean() })
});
export type CohortAppeals = z.infer<typeof CohortAppeals>;

export const listAppeals = endpoint({
	method: 'GET',
	url: '/cohorts/:id/appeals',
	schema: {
		tags,
		summary: 'Appeals of a cohort with their due days, for those who run or lead it',
		params: ById,
		response: { 200: CohortAppeals, ...refusals }
	}
});

export const setAppealRule = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/appeal-rule',
	schema: {
		tags,
		summary: 'Fix whether an appeal may lower a result; only before the announcement, by the leader',
		params: ById,
		body: z.object({ mayLower: z.boolean() }),
		response: { 200: CohortAppeals, ...refusals }
	}
});
