import { EXPORT_FORMATS } from '@stazhirovka/domain/summaries';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Revision, text } from '../words.ts';
import { SummaryDefinition, SummaryTitle } from './definition.ts';

const tags = ['summaries'];

const Line = z.object({
	id: Id,
	title: z.string(),
	subject: SummaryDefinition.shape.subject,
	owner: z.string(),
	own: z.boolean(),
	savedAt: Moment,
	/** The day of the reader's next letter. */
	nextOn: Day.nullable()
});
export type SummaryLine = z.infer<typeof Line>;

export const listSummaries = endpoint({
	method: 'GET',
	url: '/summaries',
	schema: {
		tags,
		summary: 'Summaries that the reader keeps or was given',
		response: { 200: z.array(Line), ...refusals }
	}
});

export const RhythmOf = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('weekly'), weekday: z.int().min(1).max(7) }),
	z.object({ kind: z.literal('monthly'), day: z.int().min(1).max(31) }),
	z.object({ kind: z.literal('once'), on: Day })
]);
const Schedule = z.object({ rhythm: RhythmOf, format: z.enum(EXPORT_FORMATS) });

const Share = z.object({ id: Id, name: z.string(), role: z.enum(['leader', 'coordinator']).nullable() });

export const Summary = z.object({
	id: Id,
	title: z.string(),
	definition: SummaryDefinition,
	revision: Revision,
	owner: z.string(),
	savedAt: Moment,
	shares: z.array(Share),
	/** To whom the owner may show it: everybody with a role in a region. */
	audiences: z.array(z.object({ role: z.enum(['leader', 'coordinator']), regionId: Id, title: z.string() })),
	/** Letters that the reader asked for. */
	schedule: Schedule.extend({ nextOn: Day }).nullable(),
	can: z.object({ change: z.boolean() })
});
export type Summary = z.infer<typeof Summary>;

export const getSummary = endpoint({
	method: 'GET',
	url: '/summaries/:id',
	schema: {
		tags,
		summary: 'A kept summary: what it counts, whom it is shown, when it is sent',
		params: ById,
		response: { 200: Summary, ...refusals }
	}
});

const Saved = z.object({ title: SummaryTitle, definition: SummaryDefinition });

export const keepSummary = endpoint({
	method: 'POST',
	url: '/summaries',
	schema: {
		tags,
		summary: 'Keep a summary; the same one twice is kept once',
		body: Saved,
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const saveSummary = endpoint({
	method: 'PUT',
	url: '/summaries/:id',
	schema: {
		tags,
		summary: 'Change a summary on top of the revision that was seen',
		params: ById,
		body: Saved.extend({ revision: Revision }),
		response: { 200: z.object({ revision: Revision }), ...refusals }
	}
});

export const removeSummary = endpoint({
	method: 'DELETE',
	url: '/summaries/:id',
	schema: {
		tags,
		summary: 'Remove a summary with its letters and shares',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const shareSummary = endpoint({
	method: 'POST',
	url: '/summaries/:id/shares',
	schema: {
		tags,
		summary:
			'Show a summary to a colleague, or to everybody with a role in a region; each sees the own numbers',
		params: ById,
		body: z.union([
			z.object({ email: text(254, 3) }),
			z.object({ role: z.enum(['leader', 'coordinator']), regionId: Id })
		]),
		response: { 200: Done, ...refusals }
	}
});

export const unshareSummary = endpoint({
	method: 'DELETE',
	url: '/summaries/:id/shares/:shareId',
	schema: {
		tags,
		summary: 'Show a summary no more',
		params: ById.extend({ shareId: Id }),
		response: { 200: Done, ...refusals }
	}
});

export const scheduleSummary = endpoint({
	method: 'PUT',
	url: '/summaries/:id/schedule',
	schema: {
		tags,
		summary: 'Have a summary sent to oneself by e-mail, with a file',
		params: ById,
		body: Schedule,
		response: { 200: z.object({ nextOn: Day }), ...refusals }
	}
});

export const unscheduleSummary = endpoint({
	method: 'DELETE',
	url: '/summaries/:id/schedule',
	schema: {
		tags,
		summary: 'End the letters of a summary',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});
