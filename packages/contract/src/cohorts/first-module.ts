import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person, text } from '../words.ts';
import { Cohort } from './cohort.ts';

const tags = ['cohorts'];

export const Material = z.object({
	key: z.string(),
	kind: z.string(),
	title: z.string(),
	fileUrl: z.string().nullable()
});

const Neighbour = z.object({ key: z.string(), n: z.int(), title: z.string() }).nullable();

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
			/** Where it is played, with its captions and the words to read; null while it cannot be. */
			fileUrl: z.string().nullable(),
			captionsUrl: z.string().nullable(),
			transcript: z.string().nullable(),
			filled: z.boolean()
		})
	),
	forms: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			submitted: z.boolean(),
			group: z.boolean(),
			/** Filled once for each recording. */
			perVideo: z.boolean()
		})
	),
	/** The activities before and after it, as the run sheet has them. */
	previous: Neighbour,
	next: Neighbour
});
export type Activity = z.infer<typeof Activity>;

export const getActivity = endpoint({
	method: 'GET',
	url: '/enrolments/:id/activities/:key',
	schema: {
		tags,
		summary: 'One activity of module 1 with its materials and cards',
		params: z.object({ id: Id, key: text(100) }),
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
		params: z.object({ id: Id, key: text(100) }),
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
