import { ANCHORS, DEADLINE_STEPS, FURTHEST_DAYS } from '@stazhirovka/domain/deadlines';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Revision, text } from '../words.ts';

const tags = ['deadlines'];

const Step = z.enum(DEADLINE_STEPS);
const DeadlineRule = z.object({
	step: Step,
	anchor: z.enum(ANCHORS),
	/** Before the anchor when negative. */
	workingDays: z.int().min(-FURTHEST_DAYS).max(FURTHEST_DAYS)
});
const DayOff = z.object({ firstDay: Day, lastDay: Day, title: text(200, 1) });

export const CohortDeadlines = z.object({
	revision: Revision,
	startsOn: Day,
	endsOn: Day,
	/** The last day in person, where there is one. */
	session: Day.nullable(),
	siteId: Id,
	/** Steps of the programme that a last day may be set for, in the order of the path. */
	steps: z.array(Step),
	/** As they hold, or as they are proposed while none were set. */
	deadlines: z.array(DeadlineRule.extend({ dueOn: Day })),
	saved: z.boolean(),
	/** Weekdays of the cohort that the whole country does not work. */
	holidays: z.array(z.object({ day: Day, title: z.string() })),
	daysOff: z.array(DayOff.extend({ id: Id, kind: z.enum(['regional', 'own']) })),
	/** Where the calendar of each year of the cohort comes from. */
	sources: z.array(z.object({ year: z.int(), settled: z.boolean(), source: z.string() })),
	can: z.object({ change: z.boolean() })
});
export type CohortDeadlines = z.infer<typeof CohortDeadlines>;

export const getCohortDeadlines = endpoint({
	method: 'GET',
	url: '/cohorts/:id/deadlines',
	schema: {
		tags,
		summary: 'The last days of the steps of a cohort, with the calendar that they are counted by',
		params: ById,
		response: { 200: CohortDeadlines, ...refusals }
	}
});

export const setCohortDeadlines = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/deadlines',
	schema: {
		tags,
		summary: 'Set the last days of the steps as working days from the days of the cohort',
		params: ById,
		body: z.object({ revision: Revision, rules: z.array(DeadlineRule).max(DEADLINE_STEPS.length * 2) }),
		response: { 200: CohortDeadlines, ...refusals }
	}
});

export const addDaysOff = endpoint({
	method: 'POST',
	url: '/sites/:id/days-off',
	schema: {
		tags,
		summary: 'Days that the site does not work: its region’s or its own',
		params: ById,
		body: DayOff.extend({ kind: z.enum(['regional', 'own']) }),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const removeDaysOff = endpoint({
	method: 'DELETE',
	url: '/sites/:id/days-off/:dayOff',
	schema: {
		tags,
		summary: 'Take such days back',
		params: ById.extend({ dayOff: Id }),
		response: { 200: Done, ...refusals }
	}
});
