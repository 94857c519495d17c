import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, text } from '../words.ts';

const tags = ['schools'];
/** The year in which a school year begins. */
const Year = z.int().min(2000).max(2100);
/** In whole fives; null: fewer than five (R167). */
const Fives = z.int().nullable();

export const LowResultSchool = z.object({
	id: Id,
	title: z.string(),
	municipality: z.string().nullable(),
	source: z.string(),
	link: z.string().nullable(),
	enrolled: Fives,
	completed: Fives,
	/** Sites whose cohorts of the year its teachers are in. */
	sites: z.array(z.object({ id: Id, title: z.string() }))
});
export type LowResultSchool = z.infer<typeof LowResultSchool>;

export const LowResultSchools = z.object({
	year: Year,
	schools: z.array(LowResultSchool),
	summary: z.object({
		schools: z.int(),
		/** Schools of which somebody is in a cohort of the year. */
		taught: z.int(),
		...{ enrolled: Fives, completed: Fives }
	}),
	/** Teachers who have completed a programme that works on the deficit; nothing is told of anybody's own deficits. */
	deficits: z.array(z.object({ title: z.string(), completed: Fives })),
	/** Organisations that may be named, found by what was typed. */
	choices: z.array(z.object({ id: Id, title: z.string(), municipality: z.string().nullable() })),
	moreChoices: z.boolean()
});
export type LowResultSchools = z.infer<typeof LowResultSchools>;

export const listLowResultSchools = endpoint({
	method: 'GET',
	url: '/low-result-schools',
	schema: {
		tags,
		summary: 'Schools with low results of a year and what became of their teachers (R130)',
		/** Without a year: the school year of today. */
		querystring: z.object({
			year: z.coerce.number().pipe(Year).optional(),
			q: text(200).optional()
		}),
		response: { 200: LowResultSchools, ...refusals }
	}
});

export const LowResultSchoolFields = z.object({
	organisationId: Id,
	year: Year,
	/** The paper that names the school. */
	source: text(500, 3),
	link: text(1000, 1).nullable()
});
export type LowResultSchoolFields = z.infer<typeof LowResultSchoolFields>;

/** The sender chooses the id, so the same form sent twice is stored once. */
export const nameLowResultSchool = endpoint({
	method: 'PUT',
	url: '/low-result-schools/:id',
	schema: {
		tags,
		summary: 'Name a school with low results of a year (R130)',
		params: ById,
		body: LowResultSchoolFields,
		response: { 200: Done, ...refusals }
	}
});

export const removeLowResultSchool = endpoint({
	method: 'DELETE',
	url: '/low-result-schools/:id',
	schema: {
		tags,
		summary: 'Take a school off the list of its year',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});
