import { z } from 'zod';
import { Path } from '../cohorts/index.ts';
import { DiagnosisComparison } from '../diagnostics/index.ts';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { SentTask } from '../tasks/index.ts';
import { ById, Day, Id, Moment, Person } from '../words.ts';

const tags = ['reporting'];

/** What is null is not for the reader, or is not there yet: the two look alike (R167). */
export const InternFile = z.object({
	enrolmentId: Id,
	cohortId: Id,
	cohort: z.string(),
	programme: z.string(),
	timeZone: z.string(),
	intern: Person,
	organisation: z.string().nullable(),
	tutor: Person.nullable(),
	lastActiveAt: Moment.nullable(),
	/** Tasks by their place alone where the reader may not know of deficits. */
	path: Path.pick({ modules: true, next: true, done: true, total: true }),
	/** What was decided about the intern and by the intern, the newest first. */
	decisions: z.array(
		z.object({
			...{ id: Id, at: Moment, kind: z.string(), actor: z.string().nullable() },
			/** The step of the path that it was about, where it was about one that is on the path still. */
			step: z.string().nullable()
		})
	),
	work: z.object({ id: Id, title: z.string(), publishedAt: Moment }).nullable(),
	documents: z.array(
		z.object({ id: Id, number: z.string(), issuedOn: Day, inForce: z.boolean(), checkPath: z.string() })
	),
	sent: z.array(SentTask.extend({ title: z.string() })).nullable(),
	thread: z.object({ roomId: Id, messages: z.int(), unread: z.int(), lastAt: Moment.nullable() }).nullable(),
	comparison: DiagnosisComparison.omit({ intern: true }).nullable(),
	can: z.object({
		/** To open cards, the diagnosis and what was sent. */
		openRecords: z.boolean(),
		extend: z.boolean()
	})
});
export type InternFile = z.infer<typeof InternFile>;

export const getInternFile = endpoint({
	method: 'GET',
	url: '/enrolments/:id/file',
	schema: {
		tags,
		summary: 'All about one intern, for the intern’s tutor and the leader, as far as each may see it',
		params: ById,
		response: { 200: InternFile, ...refusals }
	}
});
