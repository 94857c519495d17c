import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Person } from '../words.ts';
import { Cohort } from '../cohorts/index.ts';

const tags = ['reporting'];

export const GridCell = z.object({
	step: z.string(),
	state: z.enum(['done', 'open', 'waiting', 'locked']),
	late: z.boolean(),
	doneOn: Day.nullable(),
	/** By which day it is to be done, while it is not. */
	dueOn: Day.nullable()
});

export const Grid = z.object({
	cohort: Cohort,
	steps: z.array(z.object({ key: z.string(), title: z.string(), short: z.string(), module: z.int() })),
	rows: z.array(
		z.object({
			enrolmentId: Id,
			person: Person,
			organisation: z.string().nullable(),
			tutor: Person.nullable(),
			/** A working group of the site that the intern is in (R66). */
			workingGroup: z.string().nullable(),
			/** Of the intern's own steps alone: a step of `steps` without a cell is not on this path. */
			cells: z.array(GridCell),
			done: z.int(),
			/** How many steps the intern's own path has. */
			total: z.int(),
			late: z.int(),
			lastActiveAt: Moment.nullable()
		})
	),
	at: Moment
});
export type Grid = z.infer<typeof Grid>;

/** States only: no deficit, answer or message is in it (R167). */
export const getGrid = endpoint({
	method: 'GET',
	url: '/cohorts/:id/progress',
	schema: {
		tags,
		summary: 'Interns × steps, for those who run or lead the cohort',
		params: ById,
		response: { 200: Grid, ...refusals }
	}
});

export const JournalEntry = z.object({
	id: Id,
	at: Moment,
	kind: z.string(),
	actor: z.string().nullable(),
	subject: z.string().nullable()
});

export const listJournal = endpoint({
	method: 'GET',
	url: '/cohorts/:id/journal',
	schema: {
		tags,
		summary: 'Decisions of a cohort: who and when',
		params: ById,
		response: { 200: z.array(JournalEntry), ...refusals }
	}
});

export * from './file.ts';
export * from './pace.ts';
export * from './trace.ts';
