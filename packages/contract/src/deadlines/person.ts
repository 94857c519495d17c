import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Moment, Person, text } from '../words.ts';

const tags = ['deadlines'];

export const Extension = z.object({ until: Day, reason: z.string(), by: Person, at: Moment });

export const PersonDeadline = z.object({
	/** A step of the path: `deficit_card`, `task.T01`; for whoever may not see the route, `task.1` by its place. */
	step: z.string(),
	/** Null: a task that the reader knows only by its place (R167). */
	title: z.string().nullable(),
	/** For everybody; the person’s own day is `until`. */
	forAll: Day.nullable(),
	until: Day.nullable(),
	done: z.boolean(),
	late: z.boolean(),
	/** What was given, newest first. */
	extensions: z.array(Extension),
	can: z.object({ extend: z.boolean() })
});
export type PersonDeadline = z.infer<typeof PersonDeadline>;

export const PersonDeadlines = z.object({
	intern: Person,
	today: Day,
	endsOn: Day,
	/** The furthest day that may be given. */
	furthest: Day,
	timeZone: z.string(),
	/** When the reader made a private address of the own calendar; null when there is none. */
	feedSince: Moment.nullable(),
	deadlines: z.array(PersonDeadline)
});
export type PersonDeadlines = z.infer<typeof PersonDeadlines>;

export const getPersonDeadlines = endpoint({
	method: 'GET',
	url: '/enrolments/:id/deadlines',
	schema: {
		tags,
		summary: 'Until when each step is to be done by this intern, and what time was given',
		params: ById,
		response: { 200: PersonDeadlines, ...refusals }
	}
});

export const extendDeadline = endpoint({
	method: 'POST',
	url: '/enrolments/:id/extensions',
	schema: {
		tags,
		summary: 'Give an intern more time for a step, with a reason that the intern reads',
		params: ById,
		body: z.object({ step: text(100, 1), until: Day, reason: text(1000) }),
		response: { 200: PersonDeadlines, ...refusals }
	}
});
