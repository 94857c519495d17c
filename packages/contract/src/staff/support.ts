import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, text } from '../words.ts';
import { SentDay } from './papers.ts';

const tags = ['staff'];
export const PAIR_KINDS = ['people', 'schools'] as const;

export const SupportPair = z.object({
	id: Id,
	kind: z.enum(PAIR_KINDS),
	supporter: z.string(),
	supported: z.string(),
	subject: z.string(),
	since: Day,
	until: Day.nullable(),
	consultations: z.array(
		z.object({ id: Id, on: Day, delivery: z.string(), participants: z.string(), outcome: z.string() })
	)
});
export type SupportPair = z.infer<typeof SupportPair>;

export const listPairs = endpoint({
	method: 'GET',
	url: '/my-sites/:id/pairs',
	schema: {
		tags,
		summary: 'Who supports whom at a site, with the log of consultations',
		params: ById,
		response: {
			200: z.object({
				pairs: z.array(SupportPair),
				/** How many lasting pairs and consultations each supporter has (R75). */
				loads: z.array(z.object({ name: z.string(), pairs: z.int(), consultations: z.int() })),
				deliveries: z.array(z.string()),
				can: z.object({ write: z.boolean(), log: z.boolean() })
			}),
			...refusals
		}
	}
});

export const beginPair = endpoint({
	method: 'POST',
	url: '/my-sites/:id/pairs',
	schema: {
		tags,
		summary: 'Write down who supports whom',
		params: ById,
		body: z.object({
			kind: z.enum(PAIR_KINDS),
			supporter: text(200, 1),
			supported: text(200, 1),
			subject: text(500),
			since: SentDay
		}),
		response: { 200: Done, ...refusals }
	}
});

export const endPair = endpoint({
	method: 'POST',
	url: '/support-pairs/:id/end',
	schema: {
		tags,
		summary: 'End a pair on a day',
		params: ById,
		body: z.object({ until: SentDay }),
		response: { 200: Done, ...refusals }
	}
});

export const logConsultation = endpoint({
	method: 'POST',
	url: '/support-pairs/:id/consultations',
	schema: {
		tags,
		summary: 'Write down a consultation of a pair',
		params: ById,
		body: z.object({
			on: SentDay,
			delivery: text(60, 1),
			participants: text(500, 1),
			outcome: text(3000, 1)
		}),
		response: { 200: Done, ...refusals }
	}
});
