import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Person, Revision, text } from '../words.ts';

const tags = ['cohorts'];

export const CohortSession = z.object({
	id: Id,
	module: z.int(),
	date: Day,
	startsAt: z.string(),
	endsAt: z.string(),
	place: z.string(),
	breaks: z.string().nullable()
});

/** Whom a cohort takes besides its seats; null: no limit of its own. */
export const CohortLimits = z.object({
	/** The seats that people of one school may have. */
	seatsPerSchool: z.int().nullable(),
	/** The last day on which people may apply. */
	applyUntil: Day.nullable()
});

export const Cohort = z.object({
	id: Id,
	title: z.string(),
	programme: z.string(),
	programmeKey: z.string(),
	siteId: Id,
	site: z.string(),
	/** The site's: days and times of the cohort are by its clock. */
	timeZone: z.string(),
	startsOn: Day,
	endsOn: Day,
	/** Of the cohort’s own words, days, tutors, meetings and deadlines. */
	revision: Revision,
	capacity: z.int(),
	...CohortLimits.shape,
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

const PlannedSession = z.object({
	module: z.int().min(1).max(20),
	date: Day,
	startsAt: z.iso.time(),
	endsAt: z.iso.time(),
	place: text(300, 1),
	breaks: text(300).nullable().default(null)
});

const plan = {
	title: text(200, 1),
	startsOn: Day,
	endsOn: Day,
	capacity: z.int().min(1).max(1000),
	seatsPerSchool: z.int().min(1).max(1000).nullable().default(null),
	applyUntil: Day.nullable().default(null),
	tutorIds: z.array(Id).min(1).max(20)
};

export const openCohort = endpoint({
	method: 'POST',
	url: '/cohorts',
	schema: {
		tags,
		summary: 'Open a cohort on a published programme version',
		body: z.object({
			programmeVersionId: Id,
			...plan,
			sessions: z.array(PlannedSession).max(50)
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

/** What stands is replaced by this as a whole; a meeting keeps its id, one without is added. */
export const changeCohort = endpoint({
	method: 'PUT',
	url: '/cohorts/:id',
	schema: {
		tags,
		summary: 'Change an open cohort; what has not happened yet moves along, and the interns are told',
		params: ById,
		body: z.object({
			...plan,
			revision: Revision,
			sessions: z.array(PlannedSession.extend({ id: Id.nullable().default(null) })).max(50)
		}),
		response: { 200: Cohort, ...refusals }
	}
});
