import { APPROVAL_KINDS, PLAN_STATES } from '@stazhirovka/domain/plans';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Day, Id, text } from '../words.ts';

const tags = ['plans'];

/** `waiting`: signed and sent, and a word is asked for. */
export const PLAN_SHOWS = ['waiting', 'returned', 'in_force'] as const;
export type PlanShow = (typeof PLAN_SHOWS)[number];

export const PlanLineOfDesk = z.object({
	id: Id,
	site: z.object({ id: Id, title: z.string(), organisation: z.string() }),
	/** The regulation's names of the plan and of itself. */
	name: z.string(),
	regulation: z.string(),
	from: Day,
	lastDay: Day.nullable(),
	state: z.enum(PLAN_STATES),
	/** Since when it waits: the day of the leader's signature. */
	signedOn: Day.nullable(),
	/** Steps that nobody has done yet, with the source's words for who does them. */
	steps: z.array(z.object({ kind: z.enum(APPROVAL_KINDS), by: z.string().nullable() }))
});
export type PlanLineOfDesk = z.infer<typeof PlanLineOfDesk>;

export const getPlanDesk = endpoint({
	method: 'GET',
	url: '/plans',
	schema: {
		tags,
		summary: 'Plans that wait for my word, were given back or are in force, in my regions and municipalities',
		querystring: z.object({
			show: z.enum(PLAN_SHOWS).optional(),
			search: text(200).optional(),
			page: z.coerce.number().int().min(1).max(10_000).optional()
		}),
		response: {
			200: z.object({
				counts: z.record(z.enum(PLAN_SHOWS), z.int()),
				total: z.int(),
				pageSize: z.int(),
				lines: z.array(PlanLineOfDesk)
			}),
			...refusals
		}
	}
});
