import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Person } from '../words.ts';
import { CohortSession } from './cohort.ts';
import { WalkedEnrolment } from './enrolment.ts';

const tags = ['cohorts'];

export const PathStep = z.object({
	key: z.string(),
	title: z.string(),
	state: z.enum(['done', 'open', 'waiting', 'locked']),
	/** Where the step is done, relative to the enrolment: `tasks/T01`. */
	place: z.string().nullable(),
	doneOn: Day.nullable(),
	dueOn: Day.nullable(),
	late: z.boolean(),
	/** Why it is locked or whom it waits for: a stable code for words, with parameters. */
	reason: z.object({ code: z.string(), details: z.record(z.string(), z.string()).optional() }).nullable(),
	minutes: z.int().nullable()
});
export type PathStep = z.infer<typeof PathStep>;

export const Path = z.object({
	enrolment: WalkedEnrolment,
	intern: Person,
	tutor: Person.nullable(),
	cohortId: Id,
	/** The site's: deadlines end by its clock. */
	timeZone: z.string(),
	privateRoomId: Id.nullable(),
	groupRoomId: Id.nullable(),
	modules: z.array(
		z.object({
			n: z.int(),
			title: z.string(),
			hours: z.int(),
			result: z.string().nullable(),
			steps: z.array(PathStep)
		})
	),
	next: PathStep.nullable(),
	done: z.int(),
	total: z.int(),
	sessions: z.array(CohortSession)
});
export type Path = z.infer<typeof Path>;

export const getPath = endpoint({
	method: 'GET',
	url: '/enrolments/:id/path',
	schema: {
		tags,
		summary: 'The three modules as one path, for the intern and the tutor',
		params: ById,
		response: { 200: Path, ...refusals }
	}
});
