import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Act, GivenAct } from '../sites/index.ts';
import { ById, Day, Done, Id, Moment, text } from '../words.ts';
import { Application } from './application.ts';
import { ApplicationLine, Days, Named, OnRevision, Reason, Rules, SiteFacts, State, WayIn } from './words.ts';

const tags = ['applications'];
const one = { 200: Application, ...refusals };

/** A regulation by which somebody may come to a status. */
export const Opening = Rules.extend({
	way: WayIn,
	recommendedOnly: z.boolean(),
	theme: z.string().nullable(),
	themeFixed: z.boolean(),
	/** Null where applications are taken on any day. */
	window: z.object({ open: Days.nullable(), next: Days.nullable() }).nullable()
});
export type Opening = z.infer<typeof Opening>;

export const listOpenings = endpoint({
	method: 'GET',
	url: '/application-openings',
	schema: {
		tags,
		summary: 'Regulations in force with their way to the status, and my organisation',
		response: {
			200: z.object({ organisation: Named.nullable(), openings: z.array(Opening) }),
			...refusals
		}
	}
});

export const listApplicationQueue = endpoint({
	method: 'GET',
	url: '/application-queue',
	schema: {
		tags,
		summary: 'Applications of my regions, those that wait longest first',
		querystring: z.object({
			state: State.optional(),
			regulation: text(64).optional(),
			page: z.coerce.number().int().min(1).max(10_000).optional()
		}),
		response: {
			200: z.object({
				total: z.int(),
				pageSize: z.int(),
				/** How many stand in each state, of all regulations or of the chosen one. */
				states: z.array(z.object({ state: State, count: z.int() })),
				regulations: z.array(Rules.pick({ key: true, title: true })),
				applications: z.array(ApplicationLine)
			}),
			...refusals
		}
	}
});

export const acceptApplication = endpoint({
	method: 'POST',
	url: '/applications/:id/acceptance',
	schema: {
		tags,
		summary: 'Nothing is lacking: the way begins',
		params: ById,
		body: OnRevision,
		response: one
	}
});

export const returnApplication = endpoint({
	method: 'POST',
	url: '/applications/:id/return',
	schema: {
		tags,
		summary: 'Give an application back with a reason and remarks',
		params: ById,
		body: OnRevision.extend({ reason: Reason, remarks: z.array(text(1000, 1)).max(30) }),
		response: one
	}
});

export const declineApplication = endpoint({
	method: 'POST',
	url: '/applications/:id/decline',
	schema: {
		tags,
		summary: 'Decline an application that no council judges any more, with a reason',
		params: ById,
		body: OnRevision.extend({ reason: Reason }),
		response: one
	}
});

/** What a status that is registered directly rests on (R15). */
export const DirectOpening = Rules.extend({
	/** The organisation in the words of the source; null where it names none. */
	names: z.string().nullable(),
	theme: z.string().nullable(),
	themeFixed: z.boolean(),
	eligibility: z.array(z.string()),
	/** The status is bound to dates of a programme, which are asked for. */
	asksDates: z.boolean(),
	/** Whether several organisations may be one site, and what unites them in the words of the source (R31). */
	network: z.object({ allowed: z.boolean(), unitedBy: z.string().nullable() })
});
export type DirectOpening = z.infer<typeof DirectOpening>;

export const listDirectOpenings = endpoint({
	method: 'GET',
	url: '/direct-openings',
	schema: {
		tags,
		summary: 'Regulations that I keep whose sites are registered without an application',
		response: { 200: z.array(DirectOpening), ...refusals }
	}
});

export const registerDirectly = endpoint({
	method: 'POST',
	url: '/direct-applications',
	schema: {
		tags,
		summary: 'Register an organisation without an application: the way to its act begins',
		body: SiteFacts.pick({ title: true, theme: true }).extend({
			regulation: text(64, 1),
			organisationId: Id,
			/** This is the organisation that the source names. */
			isNamed: z.boolean(),
			programme: z.object({ from: Day, to: Day }).nullable(),
			/** What proves each statement of eligibility, in its order. */
			evidence: z.array(text(2000)).max(60),
			/** All organisations of a network with its lead; one alone is none. */
			members: z
				.array(z.object({ organisationId: Id, isLead: z.boolean() }))
				.max(30)
				.default([]),
			/** The minutes by which the network chose its lead (R32). */
			minutes: text(300).default('')
		}),
		response: one
	}
});

export const Window = Days.extend({
	id: Id,
	regulation: Rules.pick({ key: true, title: true }),
	act: Act,
	/** Whom the regulation wants told, in its words; null where it says nothing. */
	tellTo: z.string().nullable()
});
export type Window = z.infer<typeof Window>;

export const listWindows = endpoint({
	method: 'GET',
	url: '/application-windows',
	schema: {
		tags,
		summary: 'Windows of the regulations that I keep, latest first, and what may get one',
		response: {
			200: z.object({
				windows: z.array(Window),
				regulations: z.array(
					Rules.pick({ key: true, title: true }).extend({
						act: z.string().nullable(),
						by: z.string().nullable()
					})
				)
			}),
			...refusals
		}
	}
});

export const openWindow = endpoint({
	method: 'POST',
	url: '/application-windows',
	schema: {
		tags,
		summary: 'Open a window for applications by an act; an act that is known is used',
		body: Days.extend({ regulation: text(64, 1), act: GivenAct }),
		response: {
			200: z.object({
				id: Id,
				/** The act had been entered before. */
				actKnown: z.boolean(),
				/** How many people of municipalities were written to. */
				told: z.int(),
				tellTo: z.string().nullable()
			}),
			...refusals
		}
	}
});

export const Recommendation = z.object({
	id: Id,
	regulation: Rules.pick({ key: true, title: true }),
	organisation: Named,
	authority: z.string(),
	reference: z.string(),
	createdAt: Moment
});
export type Recommendation = z.infer<typeof Recommendation>;

export const listRecommendations = endpoint({
	method: 'GET',
	url: '/recommendations',
	schema: {
		tags,
		summary: 'Organisations that municipal authorities recommend, for the regulations that I keep',
		response: {
			200: z.object({
				regulations: z.array(Rules.pick({ key: true, title: true })),
				recommendations: z.array(Recommendation)
			}),
			...refusals
		}
	}
});

export const recommend = endpoint({
	method: 'POST',
	url: '/recommendations',
	schema: {
		tags,
		summary: 'Put an organisation on the list; the same twice is once',
		body: z.object({
			regulation: text(64, 1),
			organisationId: Id,
			authority: text(300, 3),
			reference: text(300, 3)
		}),
		response: { 200: Recommendation, ...refusals }
	}
});

export const stopRecommending = endpoint({
	method: 'DELETE',
	url: '/recommendations/:id',
	schema: {
		tags,
		summary: 'Take an organisation from the list',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});
