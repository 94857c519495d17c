import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { Bytes, ById, Day, Done, Id, Moment, text } from '../words.ts';

const tags = ['plans'];

export const DUE_KINDS = [
	'no_people',
	'no_plan',
	'plan_draft',
	'plan_returned',
	'plan_waits',
	'proposals',
	'report_overdue',
	'report_returned',
	'report_due',
	'overdue',
	'soon',
	'term_ends',
	'agreement_ends'
] as const;

/** What waits for the leader at a site, the most urgent first. */
export const Due = z.object({
	kind: z.enum(DUE_KINDS),
	count: z.int(),
	on: Day.nullable(),
	/** What it is about: a plan, a row, or a report that was begun or asked for. */
	planId: Id.nullable(),
	rowId: Id.nullable(),
	reportId: Id.nullable(),
	title: z.string().nullable()
});
export type Due = z.infer<typeof Due>;

export const getDue = endpoint({
	method: 'GET',
	url: '/my-sites/:id/due',
	schema: {
		tags,
		summary: 'What is due at a site now',
		params: ById,
		response: {
			200: z.object({
				due: z.array(Due),
				feedSince: Moment.nullable(),
				can: z.object({ closeFeed: z.boolean() })
			}),
			...refusals
		}
	}
});

/** The whole address is told once; only its fingerprint is kept. */
export const openFeed = endpoint({
	method: 'POST',
	url: '/my-sites/:id/feed',
	schema: {
		tags,
		summary: 'Make a private address of the calendar; the one before it stops working',
		params: ById,
		response: { 200: z.object({ address: z.string() }), ...refusals }
	}
});

export const closeFeed = endpoint({
	method: 'POST',
	url: '/my-sites/:id/feed/closing',
	schema: {
		tags,
		summary: 'Take the private address back',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const readFeed = endpoint({
	method: 'GET',
	url: '/calendars/:token',
	schema: {
		tags,
		summary: 'The calendar of a site for calendar programs, by its private address',
		params: z.object({ token: z.string().max(64) }),
		produces: ['text/calendar'],
		response: { 200: Bytes, 404: Problem }
	}
});

export const readPublicCalendar = endpoint({
	method: 'GET',
	url: '/site-calendars/:id',
	schema: {
		tags,
		summary: 'Events of a site that are open to everybody, for calendar programs',
		params: ById,
		produces: ['text/calendar'],
		response: { 200: Bytes, 404: Problem }
	}
});

/** All that is given must hold; of a month only its events, else from a day on, today unless told. */
export const EventFilter = z.object({
	from: Day.optional(),
	siteId: Id.optional(),
	region: Id.optional(),
	format: text(200).optional(),
	month: z
		.string()
		.regex(/^\d{4}-(0[1-9]|1[0-2])$/)
		.optional()
});
export type EventFilter = z.infer<typeof EventFilter>;

export const PublicEvent = z.object({
	id: Id,
	siteId: Id,
	site: z.string(),
	region: z.string(),
	title: z.string(),
	format: z.string(),
	delivery: z.string(),
	from: Day,
	lastDay: Day,
	/** When a conference begins, by the clock of its site; other events have days alone. */
	time: z.string().nullable()
});
export type PublicEvent = z.infer<typeof PublicEvent>;

export const listPublicEvents = endpoint({
	method: 'GET',
	url: '/public-events',
	schema: {
		tags,
		summary: 'Events of active sites that are open to everybody, from a day on',
		querystring: EventFilter,
		response: { 200: z.array(PublicEvent), 400: Problem }
	}
});

const Choice = z.object({ value: z.string(), title: z.string() });

export const listEventChoices = endpoint({
	method: 'GET',
	url: '/public-events/choices',
	schema: {
		tags,
		summary: 'What events that are ahead can be filtered by',
		response: {
			200: z.object({ regions: z.array(Choice), sites: z.array(Choice), formats: z.array(z.string()) })
		}
	}
});

export const readEventsCalendar = endpoint({
	method: 'GET',
	url: '/event-calendar',
	schema: {
		tags,
		summary: 'The same events for calendar programs',
		querystring: EventFilter,
		produces: ['text/calendar'],
		response: { 200: Bytes, 400: Problem }
	}
});

export const listFormats = endpoint({
	method: 'GET',
	url: '/my-sites/:id/event-formats',
	schema: {
		tags,
		summary: 'Formats that the region of a site added to those of its regulations',
		params: ById,
		response: { 200: z.array(z.object({ id: Id, title: z.string() })), ...refusals }
	}
});

export const addFormat = endpoint({
	method: 'POST',
	url: '/my-sites/:id/event-formats',
	schema: {
		tags,
		summary: 'Add a format of events for the whole region of a site',
		params: ById,
		body: z.object({ title: text(200, 1) }),
		response: { 200: Done, ...refusals }
	}
});

export const removeFormat = endpoint({
	method: 'POST',
	url: '/event-formats/:id/removal',
	schema: {
		tags,
		summary: 'Take an added format out of the list; rows keep their words',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});
