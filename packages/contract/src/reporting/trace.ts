import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { SentTask } from '../tasks/index.ts';
import { ById, Id, Moment, Person } from '../words.ts';

const tags = ['reporting'];

/** One deficit of an intern: what was done about it, and what became of it. */
export const DeficitTrace = z.object({
	deficit: z.string(),
	title: z.string(),
	/** Whether the card asks to work on it, after the tutor's decisions. */
	present: z.boolean(),
	before: z.string(),
	/** By the repetition of the diagnosis; `change` in percentage points. */
	after: z.string().nullable(),
	change: z.number().nullable(),
	tasks: z.array(
		z.object({
			task: z.string(),
			title: z.string(),
			role: z.enum(['primary', 'secondary']),
			tryout: z.boolean(),
			sent: SentTask.pick({ id: true, state: true, sentAt: true }).nullable()
		})
	)
});
export type DeficitTrace = z.infer<typeof DeficitTrace>;

export const InternTraces = z.object({
	intern: Person,
	timeZone: z.string(),
	traces: z.array(DeficitTrace),
	/** One card for the whole try-out. */
	effectiveness: z
		.object({ verdict: z.string(), changePercent: z.number().nullable(), postedAt: Moment })
		.nullable()
});
export type InternTraces = z.infer<typeof InternTraces>;

/** 404 `deficit_card.missing` before there is a card. */
export const getInternTraces = endpoint({
	method: 'GET',
	url: '/enrolments/:id/deficit-traces',
	schema: {
		tags,
		summary:
			'From each deficit to its effect: tasks, evidence and result, for the intern and the tutor (R167)',
		params: ById,
		response: { 200: InternTraces, ...refusals }
	}
});

/** People of fives that have all come through the step; null while no five has (R167). */
const OfFives = z.int().nullable();

export const CohortTrace = z.object({
	deficit: z.string(),
	title: z.string(),
	/** How many cards are counted, and how many of them have the deficit; null below five. */
	carded: z.int(),
	needed: z.int().nullable(),
	/** Tasks of the programme that answer it. */
	tasks: z.array(z.object({ title: z.string(), role: z.enum(['primary', 'secondary']) })),
	...{ planned: OfFives, accepted: OfFives, posted: OfFives, improved: OfFives },
	/** How many were asked again, and how many of them had it before and have it after; null below five. */
	effect: z.object({ people: z.int(), before: z.int(), after: z.int() }).nullable()
});
export type CohortTrace = z.infer<typeof CohortTrace>;

export const getCohortTraces = endpoint({
	method: 'GET',
	url: '/cohorts/:id/deficit-traces',
	schema: {
		tags,
		summary:
			'From each deficit of a cohort to its effect, in whole fives, for those who run or lead it (R167)',
		params: ById,
		response: {
			200: z.object({
				cohort: z.object({ id: Id, title: z.string() }),
				threshold: z.int(),
				traces: z.array(CohortTrace)
			}),
			...refusals
		}
	}
});
