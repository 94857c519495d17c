import { ACTS } from '@stazhirovka/domain/regulations';
import { DECISION_KINDS, SITE_STATUSES } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Revision, text } from '../words.ts';
import { ScanPages } from './scans.ts';

const tags = ['sites'];

/** An act as its paper says it. `known`: the person has seen that it is entered already and adds to it. */
export const GivenAct = z.object({
	kind: z.enum(ACTS),
	number: text(60, 1),
	signedOn: Day,
	issuer: text(500, 1),
	title: text(500, 1),
	known: z.boolean().default(false),
	/** Pages of its scan: files of the sender that belong nowhere yet. */
	scan: ScanPages.optional()
});
export type GivenAct = z.infer<typeof GivenAct>;

/** A paper that is named and not kept here: minutes, представление. */
export const Reference = z.object({ body: text(500, 1), number: text(60, 1), date: Day });
export type Reference = z.infer<typeof Reference>;

export const Act = z.object({
	id: Id,
	kind: z.string(),
	number: z.string(),
	signedOn: Day,
	issuer: z.string(),
	title: z.string()
});
export type Act = z.infer<typeof Act>;

export const StatusDecision = z.object({
	id: Id,
	kind: z.enum(DECISION_KINDS),
	from: Day,
	lastDay: Day.nullable(),
	act: Act,
	/** A ground of the regulation in its words; of what has no ground, null. */
	ground: z.string().nullable(),
	reason: z.string().nullable(),
	basis: z.object({
		minutes: Reference.optional(),
		proposal: Reference.optional(),
		programme: Reference.optional()
	})
});
export type StatusDecision = z.infer<typeof StatusDecision>;

/** What the regulation lets a term be, for a status that begins on the day asked for. */
const TermOffer = z.object({
	from: Day,
	lastDay: Day.nullable(),
	rule: z.enum(['limited', 'bound', 'open', 'dates_missing']),
	/** The rule in the words of the source. */
	text: z.string(),
	months: z.int().nullable()
});

export const Candidate = z.object({
	applicationId: Id,
	revision: Revision,
	title: z.string(),
	theme: z.string(),
	organisation: z.string(),
	offer: TermOffer,
	code: z.string(),
	/** Whose account will lead the site unless another is named. */
	leaderEmail: z.string().nullable()
});
export type Candidate = z.infer<typeof Candidate>;

/** Parts of a regulation that must be given by hand before it can grant anything. */
export const listCandidates = endpoint({
	method: 'GET',
	url: '/grants/candidates',
	schema: {
		tags,
		summary: 'Applications that wait for their act, by regulation',
		querystring: z.object({ signedOn: Day.optional() }),
		response: {
			200: z.array(
				z.object({
					regulation: z.object({ key: z.string(), title: z.string() }),
					actKind: z.string().nullable(),
					issuer: z.string().nullable(),
					/** One act approves a list of sites (R6). */
					approvesList: z.boolean(),
					silent: z.array(z.string()),
					candidates: z.array(Candidate)
				})
			),
			...refusals
		}
	}
});

/** 422 `status.faulty` carries `details: { faults }`; 409 `act.entered_already` tells what the act covers so far. */
export const grantStatuses = endpoint({
	method: 'POST',
	url: '/grants',
	schema: {
		tags,
		summary: 'Grant the status by one act to one site or a list of them',
		body: z.object({
			act: GivenAct,
			grants: z
				.array(
					z.object({
						applicationId: Id,
						revision: Revision,
						from: Day,
						lastDay: Day,
						code: text(20, 1),
						leaderEmail: text(254).nullable()
					})
				)
				.min(1)
				.max(200)
		}),
		response: { 200: z.object({ actId: Id, sites: z.array(Id) }), ...refusals }
	}
});

export const DecisionDesk = z.object({
	site: z.object({ id: Id, title: z.string(), organisation: z.string() }),
	status: z.enum(SITE_STATUSES).nullable(),
	lastDay: Day.nullable(),
	/** The regulation that is in force today; null when none is. */
	regulation: z.object({ key: z.string(), title: z.string() }).nullable(),
	actKind: z.string().nullable(),
	terminationActKind: z.string().nullable(),
	issuer: z.string().nullable(),
	decidedBy: z.string().nullable(),
	proposedBy: z.string().nullable(),
	/** Grounds by which the status may end before its last day. */
	grounds: z.array(z.object({ code: z.string(), text: z.string() })),
	needs: z.object({ minutes: z.boolean(), proposal: z.boolean() }),
	/** What was recorded here about the end of this status. */
	recorded: z.object({ minutes: Reference.nullable(), proposal: Reference.nullable() }),
	/** A council that judges sites under this regulation is kept here: its minutes come from its meetings alone. */
	councilKept: z.boolean(),
	/** A termination works from the very day of the act. */
	fromActDay: z.boolean(),
	/** From which day it works in the words of the regulation, for the keeper to read. */
	effectiveFrom: z.string().nullable(),
	longest: TermOffer.nullable(),
	/** Cohorts that have not ended: what happens to them is told before a decision. */
	cohorts: z.array(z.object({ id: Id, title: z.string(), startsOn: Day, endsOn: Day })),
	can: z.object({ extend: z.boolean(), suspend: z.boolean(), resume: z.boolean(), terminate: z.boolean() })
});
export type DecisionDesk = z.infer<typeof DecisionDesk>;

export const getDecisionDesk = endpoint({
	method: 'GET',
	url: '/sites/:id/decisions',
	schema: {
		tags,
		summary: 'What may be decided about a site, and by which rules',
		params: ById,
		response: { 200: DecisionDesk, ...refusals }
	}
});

export const GivenDecision = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('extend'),
		lastDay: Day,
		programmeTo: Day.nullable(),
		/** By which the programme was prolonged, where the term is bound to it. */
		programme: Reference.nullable()
	}),
	z.object({ kind: z.literal('suspend'), from: Day, reason: text(2000, 10) }),
	z.object({ kind: z.literal('resume'), from: Day, reason: text(2000, 10) }),
	z.object({
		kind: z.literal('terminate'),
		from: Day,
		ground: text(60),
		reason: text(2000, 10),
		/** Only where no council is kept here. */
		minutes: Reference.nullable()
	})
]);
export type GivenDecision = z.infer<typeof GivenDecision>;

export const decideStatus = endpoint({
	method: 'POST',
	url: '/sites/:id/decisions',
	schema: {
		tags,
		summary: 'Extend, suspend, resume or end a status by an act',
		params: ById,
		body: z.object({ act: GivenAct, decision: GivenDecision }),
		response: { 200: Done, ...refusals }
	}
});
