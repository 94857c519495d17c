import { z } from 'zod';
import { AGENDA_KINDS, MEETING_STATES, OUTCOMES, VOTES } from '@stazhirovka/domain/councils';
import { IssuedDocument } from '../documents/index.ts';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Person, Revision, text } from '../words.ts';
import { Role, SiteSearch, Standing } from './words.ts';

const tags = ['councils'];

const Stand = z.object({
	for: z.int(),
	against: z.int(),
	abstain: z.int(),
	silent: z.int(),
	outcome: z.enum(['for', 'against']).nullable(),
	/** Whether the vote of the one who presides decided. */
	cast: z.boolean(),
	/** Whether those who may vote on the item are enough. */
	quorum: z.boolean()
});

/** Results of a site as they stood when they were put on the agenda (R133). */
const PutFigures = z.object({
	from: Day,
	to: Day,
	at: Moment,
	rows: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			formula: z.string(),
			unit: z.enum(['percent', 'points', 'hours', 'count']),
			/** Null: fewer than five people, or nothing to count. */
			value: z.number().nullable(),
			average: z.number().nullable()
		})
	)
});
export type PutFigures = z.infer<typeof PutFigures>;

export const AgendaItem = z.object({
	id: Id,
	kind: z.enum(AGENDA_KINDS),
	title: z.string(),
	heard: z.string(),
	decision: z.string(),
	putOff: z.boolean(),
	/** What it is about, when it is about one of them. */
	applicationId: Id.nullable(),
	siteId: Id.nullable(),
	figures: PutFigures.nullable(),
	outcome: z.enum(OUTCOMES).nullable(),
	stand: Stand,
	/** Members who were there; who is not free of conflict has no vote. */
	voters: z.array(z.object({ person: Person, standing: Standing.nullable(), vote: z.enum(VOTES).nullable() }))
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const Meeting = z.object({
	id: Id,
	council: z.object({ id: Id, title: z.string() }),
	number: z.int().nullable(),
	heldOn: Day,
	beginsAt: z.string(),
	place: z.string(),
	state: z.enum(MEETING_STATES),
	revision: Revision,
	calledAt: Moment.nullable(),
	closedAt: Moment.nullable(),
	members: z.array(z.object({ person: Person, role: Role, present: z.boolean() })),
	quorum: z.object({ needed: z.int(), present: z.int(), reached: z.boolean() }),
	items: z.array(AgendaItem),
	/** What may be put on the agenda: applications that wait for the council's decision, sites of the region. */
	choices: z.object({
		applications: z.array(z.object({ id: Id, title: z.string() })),
		sites: z.array(z.object({ id: Id, title: z.string() })),
		/** There are more sites than these: they are found by their names. */
		moreSites: z.boolean()
	}),
	/** The minutes of a closed meeting, for those who keep the region's documents. */
	minutes: IssuedDocument.nullable(),
	/** `run`: keeps agenda, attendance and votes, and closes the meeting; `keep`: goes on with what it decided. */
	can: z.object({
		keep: z.boolean(),
		run: z.boolean(),
		call: z.boolean(),
		close: z.boolean(),
		cancel: z.boolean()
	})
});
export type Meeting = z.infer<typeof Meeting>;

const answer = { 200: Meeting, ...refusals };
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const planMeeting = endpoint({
	method: 'POST',
	url: '/councils/:id/meetings',
	schema: {
		tags,
		summary: 'Plan a meeting of a council',
		params: ById,
		body: z.object({ heldOn: Day, beginsAt: Time, place: text(300, 1) }),
		response: answer
	}
});

export const getMeeting = endpoint({
	method: 'GET',
	url: '/council-meetings/:id',
	schema: {
		tags,
		summary: 'A meeting with its agenda, attendance and votes',
		params: ById,
		querystring: SiteSearch,
		response: answer
	}
});

export const SiteResults = z.object({
	items: z.array(
		z.object({
			id: Id,
			title: z.string(),
			/** Of a closed meeting alone. */
			decision: z.string(),
			outcome: z.enum(OUTCOMES).nullable(),
			/** For those who may open the meeting. */
			meetingId: Id.nullable(),
			councilId: Id,
			heldOn: Day,
			state: z.enum(MEETING_STATES),
			number: z.int().nullable(),
			council: z.string(),
			figures: PutFigures.nullable()
		})
	),
	/** Meetings that the results may be put to. */
	meetings: z.array(z.object({ id: Id, heldOn: Day, council: z.string() })),
	can: z.object({ put: z.boolean() })
});
export type SiteResults = z.infer<typeof SiteResults>;

export const getSiteResults = endpoint({
	method: 'GET',
	url: '/sites/:id/council-results',
	schema: {
		tags,
		summary: 'What councils heard and decided of the results of a site (R133)',
		params: ById,
		response: { 200: SiteResults, ...refusals }
	}
});

export const addAgendaItem = endpoint({
	method: 'POST',
	url: '/council-meetings/:id/items',
	schema: {
		tags,
		summary: 'Put an application, a site or something else on the agenda',
		params: ById,
		body: z.object({
			kind: z.enum(AGENDA_KINDS),
			applicationId: Id.nullable().default(null),
			siteId: Id.nullable().default(null),
			title: text(500).default('')
		}),
		response: answer
	}
});

export const removeAgendaItem = endpoint({
	method: 'DELETE',
	url: '/agenda-items/:id',
	schema: { tags, summary: 'Take an item off the agenda', params: ById, response: answer }
});

export const callMeeting = endpoint({
	method: 'POST',
	url: '/council-meetings/:id/invitations',
	schema: {
		tags,
		summary: 'Invite the members by letter, with the agenda',
		params: ById,
		response: answer
	}
});

export const markMeetingAttendance = endpoint({
	method: 'PUT',
	url: '/council-meetings/:id/attendance',
	schema: {
		tags,
		summary: 'Say who of the members is there',
		params: ById,
		body: z.object({ revision: Revision, present: z.array(Id).max(200) }),
		response: answer
	}
});

export const recordVotes = endpoint({
	method: 'PUT',
	url: '/agenda-items/:id/votes',
	schema: {
		tags,
		summary: 'Record what was heard, how everybody voted and what was decided on an item',
		params: ById,
		body: z.object({
			revision: Revision,
			votes: z.array(z.object({ personId: Id, vote: z.enum(VOTES) })).max(200),
			heard: text(10_000).default(''),
			decision: text(10_000).default(''),
			putOff: z.boolean().default(false)
		}),
		response: answer
	}
});

/** Freezes the meeting, gives it its number and makes its decisions. */
export const closeMeeting = endpoint({
	method: 'POST',
	url: '/council-meetings/:id/closing',
	schema: {
		tags,
		summary: 'Close a meeting: its decisions take effect and nothing of it changes any more',
		params: ById,
		body: z.object({ revision: Revision }),
		response: answer
	}
});

export const cancelMeeting = endpoint({
	method: 'POST',
	url: '/council-meetings/:id/cancellation',
	schema: {
		tags,
		summary: 'Cancel a meeting; invited members are told by letter',
		params: ById,
		response: answer
	}
});
