import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Person, text } from '../words.ts';

const tags = ['cohorts'];

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
