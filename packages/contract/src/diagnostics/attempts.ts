import { ATTEMPT_LIMITS } from '@stazhirovka/domain/diagnostics';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { FormSheet } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment, Person, text } from '../words.ts';

const tags = ['diagnostics'];
const { minutes, attempts, extraMinutes, extraAttempts } = ATTEMPT_LIMITS;
const within = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

export const Stage = z.enum(['entry', 'exit']);

export const AttemptRules = z.object({
	/** Null sets no limit. */
	minutes: within(minutes).nullable(),
	attempts: within(attempts),
	/** Which attempt the card is built from. */
	counts: z.enum(['last', 'best']),
	randomOrder: z.boolean(),
	/** Whether the same questions are asked once more at the end. */
	exit: z.boolean()
});

export const CohortDiagnosis = z.object({
	cohort: z.object({ id: Id, title: z.string() }),
	rules: AttemptRules,
	/** Who has set them; null while the cohort goes by the programme alone. */
	setAt: Moment.nullable(),
	setBy: Person.nullable(),
	/** Minutes that the programme gives to its diagnosis. */
	programmeMinutes: z.int(),
	items: z.int(),
	/** How many interns have begun: for them the rules of that moment hold. */
	begun: z.int(),
	can: z.object({ change: z.boolean() })
});
export type CohortDiagnosis = z.infer<typeof CohortDiagnosis>;

export const getCohortDiagnosis = endpoint({
	method: 'GET',
	url: '/cohorts/:id/diagnosis-rules',
	schema: {
		tags,
		summary: 'How a cohort takes the diagnosis: time, attempts, order, repetition',
		params: ById,
		response: { 200: CohortDiagnosis, ...refusals }
	}
});

export const setDiagnosisRules = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/diagnosis-rules',
	schema: {
		tags,
		summary: 'Set how a cohort takes the diagnosis; attempts that were begun keep their time and order',
		params: ById,
		body: AttemptRules,
		response: { 200: CohortDiagnosis, ...refusals }
	}
});

export const Attempt = z.object({
	number: z.int(),
	/** Under which its sheet is kept. */
	occasion: z.string(),
	/** Null for a first attempt without a clock. */
	startedAt: Moment.nullable(),
	endsAt: Moment.nullable(),
	finishedAt: Moment.nullable(),
	/** Sent by the intern, closed when the time was over, or keyed in from paper; null while it is open. */
	closedBy: z.enum(['person', 'time', 'paper']).nullable(),
	/** All points in per cent of all that could be; null where too much was left unanswered. */
	percent: z.number().nullable(),
	counts: z.boolean()
});
export type Attempt = z.infer<typeof Attempt>;

export const Diagnosis = z.object({
	stage: Stage,
	intern: Person,
	title: z.string(),
	items: z.int(),
	rules: AttemptRules,
	/** What the tutor has added for this intern. */
	extra: z.object({ minutes: z.int(), attempts: z.int(), reason: z.string() }).nullable(),
	attempts: z.array(Attempt),
	current: z
		.object({
			occasion: z.string(),
			number: z.int(),
			endsAt: Moment.nullable(),
			/** By the clock of the service: clocks of devices differ. */
			secondsLeft: z.int().nullable(),
			/** Null for everybody but the intern: a draft is nobody else's. */
			sheet: FormSheet.nullable()
		})
		.nullable(),
	/** Why no attempt can be begun now. */
	reason: z.object({ code: z.string() }).nullable(),
	can: z.object({ begin: z.boolean(), allow: z.boolean(), keyIn: z.boolean() })
});
export type Diagnosis = z.infer<typeof Diagnosis>;

const OfStage = z.object({ stage: Stage.default('entry') });

export const getDiagnosis = endpoint({
	method: 'GET',
	url: '/enrolments/:id/diagnosis',
	schema: {
		tags,
		summary:
			'The attempts of an intern at the diagnosis, and the one being written with the time that is left',
		params: ById,
		querystring: OfStage,
		response: { 200: Diagnosis, ...refusals }
	}
});

export const beginDiagnosis = endpoint({
	method: 'POST',
	url: '/enrolments/:id/diagnosis/attempts',
	schema: {
		tags,
		summary: 'Begin an attempt: the clock runs from here, on all devices',
		params: ById,
		body: OfStage,
		response: { 200: Diagnosis, ...refusals }
	}
});

/** 422 `diagnosis.reason_missing` without words; the reason is shown to the intern and the tutor alone. */
export const allowDiagnosis = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/diagnosis/allowance',
	schema: {
		tags,
		summary: 'More time or attempts for one intern, by the tutor, with a reason',
		params: ById,
		body: z.object({
			minutes: within(extraMinutes),
			attempts: within(extraAttempts),
			reason: text(500)
		}),
		response: { 200: Diagnosis, ...refusals }
	}
});
