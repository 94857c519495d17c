import { EXPORT_FORMATS, EXPORT_STATES } from '@stazhirovka/domain/summaries';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Id, Moment } from '../words.ts';
import { SummaryDefinition, SummaryTitle } from './definition.ts';

const tags = ['summaries'];

export const SummaryExport = z.object({
	id: Id,
	title: z.string(),
	format: z.enum(EXPORT_FORMATS),
	state: z.enum(EXPORT_STATES),
	/** Of a hundred. */
	progress: z.int(),
	askedAt: Moment,
	/** Code of the refusal. */
	failure: z.string().nullable(),
	/** What the refusal names, such as the signs that cannot be printed. */
	failureDetails: z.record(z.string(), z.unknown()).nullable(),
	file: z.object({ name: z.string(), size: z.int() }).nullable()
});
export type SummaryExport = z.infer<typeof SummaryExport>;

export const askExport = endpoint({
	method: 'POST',
	url: '/summary-exports',
	schema: {
		tags,
		summary: 'Have a summary made into a file in the background',
		body: z.object({
			title: SummaryTitle,
			definition: SummaryDefinition,
			format: z.enum(EXPORT_FORMATS)
		}),
		response: { 200: z.object({ id: Id }), 429: Problem, ...refusals }
	}
});

export const listExports = endpoint({
	method: 'GET',
	url: '/summary-exports',
	schema: {
		tags,
		summary: 'Files that I asked for, the newest first; they are kept for a week',
		response: { 200: z.array(SummaryExport), ...refusals }
	}
});

export const getExport = endpoint({
	method: 'GET',
	url: '/summary-exports/:id',
	schema: {
		tags,
		summary: 'How far a file has come',
		params: ById,
		response: { 200: SummaryExport, ...refusals }
	}
});

export const downloadExport = endpoint({
	method: 'GET',
	url: '/summary-exports/:id/file',
	schema: {
		tags,
		summary: 'A file that was made, for whoever asked for it',
		params: ById,
		produces: ['application/octet-stream'],
		response: { 200: Bytes, ...refusals }
	}
});
