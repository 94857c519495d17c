import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Figure } from '../monitoring/index.ts';
import { refusals } from '../problem.ts';
import { Day, Id, Moment, text } from '../words.ts';
import { MeasureKey, SummaryDefinition, Written } from './definition.ts';

const tags = ['summaries'];

export const MeasureWords = z.object({
	key: MeasureKey,
	title: z.string(),
	/** In words. */
	formula: z.string(),
	source: z.string(),
	unit: z.enum(['percent', 'points', 'hours', 'count']),
	told: z.enum(['records', 'groups', 'school_groups'])
});
export type MeasureWords = z.infer<typeof MeasureWords>;

const Choice = z.object({ value: z.string(), title: z.string(), note: z.string().nullable() });

/** What a summary may be narrowed to, of what the reader may open. */
export const SummaryChoices = z.object({
	sites: z.array(Choice),
	municipalities: z.array(Choice),
	regulations: z.array(Choice),
	programmes: z.array(Choice)
});
export type SummaryChoices = z.infer<typeof SummaryChoices>;

export const getSummaryChoices = endpoint({
	method: 'GET',
	url: '/summaries/choices',
	schema: {
		tags,
		summary: 'Sites, municipalities, regulations and programmes that the reader may choose from',
		response: { 200: SummaryChoices, ...refusals }
	}
});

const Span = z.object({ from: Day, to: Day, title: z.string() });
const Column = z.object({
	measure: MeasureKey,
	span: z.int(),
	title: z.string(),
	unit: MeasureWords.shape.unit,
	/** «2025/26»; null where one period is shown. */
	days: z.string().nullable()
});

export const SummaryTable = z.object({
	definition: SummaryDefinition,
	/** Whose sites are counted, in words. */
	scope: z.string(),
	/** What it was narrowed to, in words; empty: nothing. */
	narrowed: z.array(z.string()),
	spans: z.array(Span),
	/** When the oldest of the stored figures was counted; null before the first reckoning. */
	at: Moment.nullable(),
	measures: z.array(MeasureWords),
	columns: z.array(Column),
	rows: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			note: z.string().nullable(),
			cells: z.array(Figure)
		})
	),
	/** Of all rows together, counted from parts and wholes; null cells say nothing. */
	total: z.array(Figure.nullable()).nullable(),
	/** SVG, drawn by the service out of numbers and escaped words; `title` says what it shows. */
	picture: z.object({ title: z.string(), svg: z.string() }).nullable()
});
export type SummaryTable = z.infer<typeof SummaryTable>;

export const getSummaryTable = endpoint({
	method: 'GET',
	url: '/summaries/table',
	schema: {
		tags,
		summary: 'The numbers of a definition, of the sites that the reader may open',
		querystring: Written,
		response: { 200: SummaryTable, ...refusals }
	}
});

/** What stands behind one number: things, cohorts, schools, or records of things. */
export const SummaryRecords = z.object({
	measure: MeasureWords,
	row: z.string(),
	period: Span,
	figure: Figure,
	/** The indicator whose records of a cohort may be opened further. */
	indicator: z.string().nullable(),
	cohorts: z.array(
		z.object({ id: Id, title: z.string(), site: z.string(), endsOn: Day, figure: Figure.nullable() })
	),
	records: z.array(
		z.object({
			id: Id,
			title: z.string(),
			site: z.string().nullable(),
			on: Day.nullable(),
			counted: z.boolean(),
			/** Hours, of what is told by a median. */
			value: z.int().nullable()
		})
	),
	/** Listed schools, of what is told of their teachers. */
	schools: z.array(
		z.object({ id: Id, title: z.string(), municipality: z.string().nullable(), figure: Figure })
	),
	next: z.string().nullable()
});
export type SummaryRecords = z.infer<typeof SummaryRecords>;

export const listSummaryRecords = endpoint({
	method: 'GET',
	url: '/summaries/records',
	schema: {
		tags,
		summary: 'What stands behind a number of a summary, page by page',
		querystring: Written.extend({
			/** Key of the row; without it the number of all rows together. */
			row: text(400).optional(),
			measure: MeasureKey,
			span: z.coerce.number().int().min(0).max(3),
			after: text(80).optional()
		}),
		response: { 200: SummaryRecords, ...refusals }
	}
});
