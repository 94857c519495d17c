import { LEADER_POSITIONS } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, text } from '../words.ts';
import { Act, GivenAct, Reference } from './decisions.ts';

const tags = ['sites'];

/** Somebody who led a site, leads it or will; no first day and no act: since before this was kept here. */
export const SiteLeader = z.object({
	id: Id,
	fullName: z.string(),
	position: z.enum(LEADER_POSITIONS).nullable(),
	from: Day.nullable(),
	lastDay: Day.nullable(),
	act: Act.omit({ id: true, title: true }).nullable(),
	minutes: Reference.nullable()
});
export type SiteLeader = z.infer<typeof SiteLeader>;

export const LeadersOfSite = z.object({
	site: z.object({ id: Id, title: z.string(), organisation: z.string() }),
	today: Day,
	/** Minutes of a collegial choice are asked for (R32). */
	network: z.boolean(),
	/** Who leads now, who is appointed ahead, and then those before them. */
	leaders: z.array(SiteLeader),
	can: z.object({ appoint: z.boolean(), relieve: z.boolean() })
});
export type LeadersOfSite = z.infer<typeof LeadersOfSite>;

const one = { 200: LeadersOfSite, ...refusals };

export const getSiteLeaders = endpoint({
	method: 'GET',
	url: '/kept-sites/:id/leaders',
	schema: { tags, summary: 'Who leads a site of my regions, led it and will', params: ById, response: one }
});

/** 422 `leader.faulty` carries `details: { faults }`. */
export const appointLeader = endpoint({
	method: 'POST',
	url: '/kept-sites/:id/leaders',
	schema: {
		tags,
		summary: 'Appoint the leader of a site by an act from a day on (R32, R33)',
		params: ById,
		body: z.object({
			act: GivenAct,
			email: text(254, 1),
			position: z.enum(LEADER_POSITIONS),
			from: Day,
			minutes: Reference.nullable()
		}),
		response: one
	}
});

/** `from`: the first day without a leader. */
export const relieveLeader = endpoint({
	method: 'POST',
	url: '/kept-sites/:id/leaders/relief',
	schema: {
		tags,
		summary: 'Relieve the leader of a site by an act from a day on, with nobody in the place yet',
		params: ById,
		body: z.object({ act: GivenAct, from: Day }),
		response: one
	}
});
