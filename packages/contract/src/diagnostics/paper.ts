import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, FormDefinition } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment, Person } from '../words.ts';
import { Stage } from './attempts.ts';

const tags = ['diagnostics'];
const OfStage = z.object({ stage: Stage.default('entry') });

/** A sheet filled by hand: keyed in, keyed in again, compared, handed in. */
export const DiagnosisPaper = z.object({
	stage: Stage,
	intern: Person,
	programme: z.string(),
	cohort: z.string(),
	/** In the programme's own order: on paper there is one variant. */
	definition: FormDefinition,
	step: z.enum(['first', 'second', 'compare', 'done']),
	keyings: z.array(z.object({ by: Person, at: Moment })),
	/** Only when both keyings are there: the second is keyed without seeing the first. */
	differences: z.array(z.object({ key: z.string(), first: z.json(), second: z.json() })),
	file: z.object({ id: Id, name: z.string() }).nullable(),
	/** Why nothing can be keyed in now. */
	reason: z.object({ code: z.string() }).nullable(),
	can: z.object({ keyIn: z.boolean() })
});
export type DiagnosisPaper = z.infer<typeof DiagnosisPaper>;

export const getDiagnosisPaper = endpoint({
	method: 'GET',
	url: '/enrolments/:id/diagnosis/paper',
	schema: {
		tags,
		summary: 'The diagnosis on paper, for the tutor: to print and to key in',
		params: ById,
		querystring: OfStage,
		response: { 200: DiagnosisPaper, ...refusals }
	}
});

/** `first` begins anew; `second` asks for the first. 422 `form.faulty` {faults}. */
export const keyDiagnosisIn = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/diagnosis/paper/:pass',
	schema: {
		tags,
		summary: 'Key the sheet in, for the first or the second time',
		params: ById.extend({ pass: z.enum(['first', 'second']) }),
		body: OfStage.extend({ answer: Answer }),
		response: { 200: DiagnosisPaper, ...refusals }
	}
});

/** 409 `diagnosis.keyings_differ` while a difference has no choice; then as handing in on the screen. */
export const handInPaper = endpoint({
	method: 'POST',
	url: '/enrolments/:id/diagnosis/paper/submission',
	schema: {
		tags,
		summary: 'Hand the keyed sheet in as the intern’s, with the scan if there is one',
		params: ById,
		body: OfStage.extend({
			choices: z.record(z.string().max(100), z.enum(['first', 'second'])),
			file: Id.nullable()
		}),
		response: { 200: DiagnosisPaper, ...refusals }
	}
});
