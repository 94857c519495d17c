import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Person } from '../words.ts';

const tags = ['reporting'];

/** How things that wait for somebody are dealt with; hours are working hours. */
const Figures = z.object({
	asked: z.int(),
	answered: z.int(),
	waiting: z.int(),
	late: z.int(),
	medianHours: z.number().nullable(),
	inTime: z.number().nullable()
});

export const CohortPace = z.object({
	cohortId: Id,
	today: Day,
	interns: z.int(),
	steps: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			/** A word; of a task its place. */
			short: z.string(),
			module: z.int(),
			asked: z.int(),
			reached: z.int(),
			done: z.int(),
			/** Whose last day is over; null where nobody has one. */
			expected: z.int().nullable(),
			/** Of these, who has done it. */
			kept: z.int()
		})
	),
	/** Over all steps. */
	expected: z.int(),
	kept: z.int(),
	/** Figures look back so many days. */
	days: z.int(),
	/** Within how many working hours tutors have agreed to answer. */
	hours: z.int(),
	tutors: z.array(
		z.object({
			tutor: Person,
			interns: z.int(),
			/** How many of them need attention. */
			attention: z.int(),
			checks: Figures,
			questions: Figures
		})
	)
});
export type CohortPace = z.infer<typeof CohortPace>;

export const getPace = endpoint({
	method: 'GET',
	url: '/cohorts/:id/pace',
	schema: {
		tags,
		summary: 'How many came to each step, the pace beside the calendar, and the load of tutors (R75)',
		params: ById,
		response: { 200: CohortPace, ...refusals }
	}
});
