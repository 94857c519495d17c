import { SCHOOL_KEYS } from '@stazhirovka/domain/indicators';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Figure, IndicatorWords as MonitoringWords } from '../monitoring/figures.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, text } from '../words.ts';

const tags = ['schools'];
/** The year in which a school year begins. */
const Year = z.int().min(2000).max(2100);
const IndicatorWords = MonitoringWords.pick({
	...{ title: true, formula: true, source: true, unit: true, better: true, told: true }
}).extend({ key: z.enum(SCHOOL_KEYS) });
export type SchoolIndicatorWords = z.infer<typeof IndicatorWords>;
/** Of people in whole fives of each school (R167). */
const Figures = z.record(z.enum(SCHOOL_KEYS), Figure);

export const SchoolChangeFields = z.object({
	/** What was measured. */
	title: text(200, 3),
	before: z.number(),
	now: z.number(),
	better: z.enum(['higher', 'lower']),
	/** Where the numbers are from. */
	origin: text(500, 3)
});
export type SchoolChangeFields = z.infer<typeof SchoolChangeFields>;

export const LowResultSchool = z.object({
	id: Id,
	title: z.string(),
	municipality: z.string().nullable(),
	source: z.string(),
	link: z.string().nullable(),
	figures: Figures,
	/** Results of the school a year ago and now, as the authority over it tells. */
	changes: z.array(
		SchoolChangeFields.extend({ id: Id, moved: z.enum(['better', 'worse', 'same']), toldAt: Moment })
	),
	/** Sites in whose cohorts of the year at least five of its teachers are. */
	sites: z.array(z.object({ id: Id, title: z.string() }))
});
export type LowResultSchool = z.infer<typeof LowResultSchool>;

/** What is told of all listed schools together. */
export const SchoolsTogether = z.object({
	indicators: z.array(IndicatorWords),
	listed: z.int(),
	figures: Figures,
	/** Of the same number of days right before. */
	before: Figures
});
export type SchoolsTogether = z.infer<typeof SchoolsTogether>;

export const LowResultSchools = z.object({
	year: Year,
	/** When the figures were counted. */
	at: Moment,
	indicators: z.array(IndicatorWords),
	schools: z.array(LowResultSchool),
	summary: z.object({
		schools: z.int(),
		/** Schools of which at least five are in cohorts of the year. */
		taught: z.int(),
		figures: Figures
	}),
	/**
	 * Teachers who have completed a programme that works on the deficit, in whole fives of each school; null: fewer.
	 * Nothing is told of anybody's own deficits.
	 */
	deficits: z.array(z.object({ title: z.string(), completed: z.int().nullable() })),
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

const ByChange = ById.extend({ change: Id });

/** The sender chooses the id of the change, as of a school. */
export const tellSchoolChange = endpoint({
	method: 'PUT',
	url: '/low-result-schools/:id/changes/:change',
	schema: {
		tags,
		summary: 'Tell how a result of a listed school moved in the year (R130)',
		params: ByChange,
		body: SchoolChangeFields,
		response: { 200: Done, ...refusals }
	}
});

export const removeSchoolChange = endpoint({
	method: 'DELETE',
	url: '/low-result-schools/:id/changes/:change',
	schema: {
		tags,
		summary: 'Take back what was told of a school by mistake',
		params: ByChange,
		response: { 200: Done, ...refusals }
	}
});
