import { COHORT_COLUMNS, REGISTER_COLUMNS } from '@stazhirovka/domain/register';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['register'];

const Letter = z.enum(REGISTER_COLUMNS.map(([letter]) => letter));
const CohortColumn = z.enum(COHORT_COLUMNS);

export const RegisterFinding = z.object({
	letter: Letter,
	heading: z.string(),
	code: z.string(),
	/** `fixable`: one press writes `fix` into the file; `note`: the file may go as it is. */
	weight: z.enum(['blocking', 'fixable', 'note']),
	/** Who can do something about it: the learner, who runs the cohort, or whoever issued the document. */
	answerable: z.enum(['person', 'cohort', 'issuer']),
	/** What stands there; empty where it is a secret of the person. */
	found: z.string(),
	fix: z.string().nullable(),
	limit: z.int().nullable()
});
export type RegisterFinding = z.infer<typeof RegisterFinding>;

export const RegisterDocument = z.object({
	id: Id,
	enrolmentId: Id,
	person: Person,
	number: z.string(),
	issuedOn: Day,
	duplicate: z.boolean(),
	/** Null where no term is set for such a document. */
	deadline: z.object({ day: Day, left: z.int() }).nullable(),
	uploaded: z.object({ on: Day, package: z.string() }).nullable(),
	findings: z.array(RegisterFinding),
	/** Goes into the file: nothing in it blocks or waits to be mended. */
	ready: z.boolean(),
	/** When the learner was last asked to look at the data. */
	askedAt: Moment.nullable()
});
export type RegisterDocument = z.infer<typeof RegisterDocument>;

export const CohortRegister = z.object({
	/** Null until an official workbook is uploaded for the site. */
	template: z.object({ name: z.string(), uploadedAt: Moment }).nullable(),
	/** What the whole cohort has alike, with the choices of the template where it has a list. */
	values: z.array(
		z.object({
			letter: CohortColumn,
			heading: z.string(),
			value: z.string(),
			options: z.array(z.string()).nullable()
		})
	),
	/** Documents about qualification in force: nothing else is ever uploaded. */
	documents: z.array(RegisterDocument),
	/** How many documents in force are certificates, which the register does not take. */
	certificates: z.int()
});
export type CohortRegister = z.infer<typeof CohortRegister>;

export const getCohortRegister = endpoint({
	method: 'GET',
	url: '/cohorts/:id/register',
	schema: {
		tags,
		summary: 'What would go into the federal register, and what is wrong with it (X4)',
		params: ById,
		response: { 200: CohortRegister, ...refusals }
	}
});

/** One part `file`: the official workbook. */
export const keepRegisterTemplate = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/register/template',
	schema: {
		tags,
		summary: 'Keep the official workbook for the site; refused by the name of the cell where it is another',
		params: ById,
		response: { 200: Done, ...refusals, 413: Problem, 415: Problem }
	}
});

export const saveRegisterValues = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/register/values',
	schema: {
		tags,
		summary: 'What all rows of a cohort say alike',
		params: ById,
		body: z.object({ values: z.partialRecord(CohortColumn, text(255)) }),
		response: { 200: Done, ...refusals }
	}
});

export const mendRegister = endpoint({
	method: 'POST',
	url: '/cohorts/:id/register/mendings',
	schema: {
		tags,
		summary: 'Write tidy forms into the file wherever a finding has one; documents stay as they are',
		params: ById,
		response: { 200: z.object({ mended: z.int() }), ...refusals }
	}
});

export const askForRegisterData = endpoint({
	method: 'POST',
	url: '/enrolments/:id/register-request',
	schema: {
		tags,
		summary: 'Ask a learner by letter to look at the data for the register; once a day',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const downloadRegisterFile = endpoint({
	method: 'GET',
	url: '/cohorts/:id/register/file',
	schema: {
		tags,
		summary: 'The template filled with the documents that are ready; each reading of a person is recorded',
		params: ById,
		produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
		response: { 200: Bytes, ...refusals }
	}
});

export const noteRegisterUpload = endpoint({
	method: 'POST',
	url: '/cohorts/:id/register/uploads',
	schema: {
		tags,
		summary: 'Note that these documents were uploaded: the day and the number of the package',
		params: ById,
		body: z.object({
			uploadedOn: Day,
			packageNumber: text(60, 1),
			documents: z.array(Id).min(1).max(500)
		}),
		response: { 200: Done, ...refusals }
	}
});
