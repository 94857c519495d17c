import { ALERT_KINDS } from '@stazhirovka/domain/alerts';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person, Revision } from '../words.ts';

const tags = ['alerts'];

export const AlertKind = z.enum(ALERT_KINDS);

const Days = z.int().nullable();
/** In days; null: nobody is alerted of it. */
export const AlertRules = z.object({ silent: Days, unchecked: Days, deadline: Days, review: Days });

export const Alert = z.object({
	enrolmentId: Id,
	person: Person,
	tutor: Person.nullable(),
	kind: AlertKind,
	/** The step that it is about; a task is told by its place alone, because its words tell of deficits (R167). */
	step: z.object({ key: z.string(), title: z.string().nullable() }).nullable(),
	/** The last activity, the day of the sending, the last day of the step. */
	since: Day,
	/** Days that have passed since then; below zero they are still to come. */
	days: z.int(),
	/** How many such things there are with this intern. */
	count: z.int(),
	/** Who reminded of it today. */
	reminded: z.object({ at: Moment, by: Person }).nullable(),
	can: z.object({
		remind: z.boolean(),
		extend: z.boolean(),
		changeTutor: z.boolean(),
		giveReviewsOn: z.boolean()
	})
});
export type Alert = z.infer<typeof Alert>;

export const Alerts = z.object({
	cohortId: Id,
	tutors: z.array(Person),
	rules: AlertRules,
	/** 0: the rules are those that hold for all cohorts. */
	revision: Revision,
	alerts: z.array(Alert),
	can: z.object({ setRules: z.boolean() })
});
export type Alerts = z.infer<typeof Alerts>;

export const getAlerts = endpoint({
	method: 'GET',
	url: '/cohorts/:id/alerts',
	schema: {
		tags,
		summary: 'Who of a cohort needs attention and why, for those who run or lead it',
		params: ById,
		response: { 200: Alerts, ...refusals }
	}
});

export const CohortAlerts = z.object({
	cohortId: Id,
	cohort: z.string(),
	/** How many people the alerts are about. */
	people: z.int(),
	/** One a person, the longest waiting first; not all of them. */
	first: z.array(Alert)
});
export type CohortAlerts = z.infer<typeof CohortAlerts>;

export const SiteAlerts = z.object({
	/** Cohorts in which somebody needs attention, and how many people, in all of them. */
	cohorts: z.int(),
	people: z.int(),
	/** Those in which most people do; not all of them. */
	shown: z.array(CohortAlerts)
});
export type SiteAlerts = z.infer<typeof SiteAlerts>;

export const listAlerts = endpoint({
	method: 'GET',
	url: '/alerts',
	schema: {
		tags,
		summary: 'The same over the running cohorts of the sites that I run',
		response: { 200: SiteAlerts, ...refusals }
	}
});

export const setAlertRules = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/alert-rules',
	schema: {
		tags,
		summary: 'When somebody of a cohort needs attention; for its leader',
		params: ById,
		body: z.object({ revision: Revision, rules: AlertRules }),
		response: { 200: Done, ...refusals }
	}
});

export const remind = endpoint({
	method: 'POST',
	url: '/enrolments/:id/reminders',
	schema: {
		tags,
		summary:
			'A letter about one alert: to the intern, or to the tutor where work lies with the tutor; once a day',
		params: ById,
		body: z.object({ kind: AlertKind }),
		response: { 200: Done, ...refusals }
	}
});

export const changeTutor = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/tutor',
	schema: {
		tags,
		summary: 'Another tutor of the cohort for an intern; `instead` is the one whom the leader saw',
		params: ById,
		body: z.object({ tutorId: Id, instead: Id.nullable() }),
		response: { 200: Done, ...refusals }
	}
});
