import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Id, Moment, text } from '../words.ts';

const tags = ['results'];

export const Presentations = z.object({
	cohortId: Id,
	slots: z.array(
		z.object({
			id: Id,
			startsAt: Moment,
			endsAt: Moment,
			venue: z.string(),
			/** Who shows which work; null while the time is free. */
			shown: z.object({ workId: Id, title: z.string(), author: z.string() }).nullable(),
			mine: z.boolean(),
			over: z.boolean()
		})
	),
	timeZone: z.string(),
	/** `take`: has a work to show and no time for it yet. */
	can: z.object({ open: z.boolean(), take: z.boolean() })
});
export type Presentations = z.infer<typeof Presentations>;

export const listPresentations = endpoint({
	method: 'GET',
	url: '/cohorts/:id/presentations',
	schema: {
		tags,
		summary:
			'Times at which works are shown to the cohort (R116), for its interns and those who run or lead it',
		params: ById,
		response: { 200: Presentations, ...refusals }
	}
});

export const openPresentations = endpoint({
	method: 'POST',
	url: '/cohorts/:id/presentations',
	schema: {
		tags,
		summary: 'Open times one after another',
		params: ById,
		body: z.object({
			/** By the clock of the site. */
			day: Day,
			time: z.iso.time({ precision: -1 }),
			minutes: z.int().min(5).max(240),
			count: z.int().min(1).max(60),
			venue: text(500, 3)
		}),
		response: { 200: Presentations, ...refusals }
	}
});

export const takePresentation = endpoint({
	method: 'POST',
	url: '/presentations/:id/taking',
	schema: {
		tags,
		summary: 'Take a free time for the own work',
		params: ById,
		response: { 200: Presentations, ...refusals }
	}
});

export const releasePresentation = endpoint({
	method: 'POST',
	url: '/presentations/:id/release',
	schema: {
		tags,
		summary: 'Give the own time back',
		params: ById,
		response: { 200: Presentations, ...refusals }
	}
});

export const removePresentation = endpoint({
	method: 'DELETE',
	url: '/presentations/:id',
	schema: {
		tags,
		summary: 'Close a time; whoever has taken it is told by letter',
		params: ById,
		response: { 200: Presentations, ...refusals }
	}
});

export const readPresentationCalendar = endpoint({
	method: 'GET',
	url: '/cohorts/:id/presentations.ics',
	schema: {
		tags,
		summary: 'The times as a calendar file',
		params: ById,
		produces: ['text/calendar'],
		response: { 200: Bytes, 404: Problem }
	}
});
