import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['cohorts'];

export const CohortSession = z.object({
	module: z.int(),
	date: Day,
	startsAt: z.string(),
	endsAt: z.string(),
	place: z.string(),
	breaks: z.string().nullable()
});

export const Cohort = z.object({
	id: Id,
	title: z.string(),
	programme: z.string(),
	programmeKey: z.string(),
	site: z.string(),
	startsOn: Day,
	endsOn: Day,
	capacity: z.int(),
	confirmed: z.int(),
	applied: z.int(),
	announcedAt: Moment.nullable(),
	tutors: z.array(Person),
	sessions: z.array(CohortSession),
	groupRoomId: Id.nullable(),
	can: z.object({ run: z.boolean(), lead: z.boolean(), allocate: z.boolean(), announce: z.boolean() })
});
export type Cohort = z.infer<typeof Cohort>;

export const listCohorts = endpoint({
	method: 'GET',
	url: '/cohorts',
	schema: { tags, summary: 'Cohorts that I run or lead', response: { 200: z.array(Cohort), ...refusals } }
});

export const getCohort = endpoint({
	method: 'GET',
	url: '/cohorts/:id',
	schema: {
		tags,
		summary: 'A cohort that I run, lead or study in',
		params: ById,
		response: { 200: Cohort, ...refusals }
	}
});

export const openCohort = endpoint({
	method: 'POST',
	url: '/cohorts',
	schema: {
		tags,
		summary: 'Open a cohort on a published programme version',
		body: z.object({
			programmeVersionId: Id,
			title: text(200, 1),
			startsOn: Day,
			endsOn: Day,
			capacity: z.int().min(1).max(1000),
			tutorIds: z.array(Id).min(1).max(20),
			sessions: z
				.array(
					z.object({
						module: z.int().min(1).max(20),
						date: Day,
						startsAt: z.iso.time(),
						endsAt: z.iso.time(),
						place: text(300, 1),
						breaks: text(300).nullable().default(null)
					})
				)
				.max(50)
		}),
		response: { 200: Cohort, ...refusals }
	}
});

/** Tutors whom a leader may name when opening a cohort. */
export const listSiteTutors = endpoint({
	method: 'GET',
	url: '/site-tutors',
	schema: { tags, summary: 'Tutors of my sites', response: { 200: z.array(Person), ...refusals } }
});

export const EnrolmentState = z.enum([
	'applied',
	'confirmed',
	'declined',
	'withdrawn',
	'expelled',
	'completed'
]);

export const MyEnrolment = z.object({
	id: Id,
	state: EnrolmentState,
	programme: z.string(),
	cohort: z.string(),
	site: z.string(),
	startsOn: Day,
	endsOn: Day,
	decisionReason: z.string().nullable(),
	can: z.object({ enter: z.boolean(), withdraw: z.boolean() })
});
export type MyEnrolment = z.infer<typeof MyEnrolment>;

export const listMyEnrolments = endpoint({
	method: 'GET',
	url: '/enrolments',
	schema: {
		tags,
		summary: 'My enrolments as an intern',
		response: { 200: z.array(MyEnrolment), ...refusals }
	}
});

export const enrol = endpoint({
	method: 'POST',
	url: '/cohorts/:id/enrolments',
	schema: { tags, summary: 'Apply for a cohort', params: ById, response: { 200: MyEnrolment, ...refusals } }
});

export const withdrawEnrolment = endpoint({
	method: 'POST',
	url: '/enrolments/:id/withdrawal',
	schema: {
		tags,
		summary: 'Withdraw my application',
		params: ById,
		response: { 200: MyEnrolment, ...refusals }
	}
});

export const CohortEnrolment = z.object({
	id: Id,
	person: Person,
	position: z.string().nullable(),
	organisation: z.string().nullable(),
	state: EnrolmentState,
	appliedAt: Moment,
	tutor: Person.nullable(),
	attended: z.boolean(),
	understanding: z.string().nullable(),
	can: z.object({ confirm: z.boolean(), decline: z.boolean() })
});
export type CohortEnrolment = z.infer<typeof CohortEnrolment>;

export const listCohortEnrolments = endpoint({
	method: 'GET',
	url: '/cohorts/:id/enrolments',
	schema: {
		tags,
		summary: 'People of a cohort, for those who run or lead it',
		params: ById,
		response: { 200: z.array(CohortEnrolment), ...refusals }
	}
});

export const decideEnrolment = endpoint({
	method: 'POST',
	url: '/enrolments/:id/decision',
	schema: {
		tags,
		summary: 'Confirm an application (naming the tutor) or decline it with a reason',
		params: ById,
		body: z.discriminatedUnion('decision', [
			z.object({ decision: z.literal('confirm'), tutorId: Id.nullable().default(null) }),
			z.object({ decision: z.literal('decline'), reason: text(1000, 10) })
		]),
		response: { 200: CohortEnrolment, ...refusals }
	}
});

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
	enrolment: MyEnrolment,
	intern: Person,
	tutor: Person.nullable(),
	cohortId: Id,
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

export const Material = z.object({
	key: z.string(),
	kind: z.string(),
	title: z.string(),
	fileUrl: z.string().nullable()
});

export const Activity = z.object({
	key: z.string(),
	n: z.int(),
	title: z.string(),
	minutes: z.int(),
	kind: z.string(),
	materials: z.array(Material),
	exercises: z.array(
		z.object({ key: z.string(), title: z.string(), how: z.string().nullable(), time: z.string().nullable() })
	),
	videos: z.array(
		z.object({
			key: z.string(),
			n: z.int(),
			title: z.string(),
			lookFor: z.string(),
			duration: z.string().nullable(),
			available: z.boolean(),
			filled: z.boolean()
		})
	),
	forms: z.array(z.object({ key: z.string(), title: z.string(), submitted: z.boolean(), group: z.boolean() }))
});
export type Activity = z.infer<typeof Activity>;

export const getActivity = endpoint({
	method: 'GET',
	url: '/enrolments/:id/activities/:key',
	schema: {
		tags,
		summary: 'One activity of module 1 with its materials and cards',
		params: z.object({ id: Id, key: z.string().max(100) }),
		response: { 200: Activity, ...refusals }
	}
});

export const RunSheet = z.object({
	cohort: Cohort,
	minutes: z.int(),
	rows: z.array(
		z.object({
			key: z.string(),
			n: z.int(),
			title: z.string(),
			minutes: z.int(),
			/** Minutes from the beginning, so that the tutor sees when the row starts. */
			startsAfter: z.int(),
			heldAt: Moment.nullable(),
			materials: z.array(Material),
			forms: z.array(z.object({ key: z.string(), title: z.string(), submitted: z.int(), group: z.boolean() }))
		})
	),
	interns: z.array(
		z.object({
			enrolmentId: Id,
			person: Person,
			attended: z.boolean(),
			/** Computed from the correlation card, when the programme has a key and the card is handed in. */
			suggested: z.object({ score: z.int(), max: z.int(), level: z.string() }).nullable(),
			understanding: z.object({ level: z.string(), note: z.string().nullable() }).nullable(),
			filled: z.array(z.string())
		})
	),
	understandingLevels: z.array(z.string())
});
export type RunSheet = z.infer<typeof RunSheet>;

export const getRunSheet = endpoint({
	method: 'GET',
	url: '/cohorts/:id/run-sheet',
	schema: {
		tags,
		summary: 'The tutor’s run sheet of module 1',
		params: ById,
		response: { 200: RunSheet, ...refusals }
	}
});

export const markRunSheetRow = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/run-sheet/:key',
	schema: {
		tags,
		summary: 'Mark a row of the run sheet as held or not',
		params: z.object({ id: Id, key: z.string().max(100) }),
		body: z.object({ held: z.boolean() }),
		response: { 200: RunSheet, ...refusals }
	}
});

export const markAttendance = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/attendance',
	schema: {
		tags,
		summary: 'Mark who came to the in-person module',
		params: ById,
		body: z.object({ present: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

export const markUnderstanding = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/understanding',
	schema: {
		tags,
		summary: 'Assess the intern’s understanding after the discussion',
		params: ById,
		body: z.object({ level: text(200, 1), note: text(2000).nullable().default(null) }),
		response: { 200: Done, ...refusals }
	}
});
