import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person, Revision, text } from '../words.ts';
import { CohortLimits } from './cohort.ts';
import { AudienceFit, EnrolmentState, HeadWord, MyEnrolment, Priority } from './enrolment.ts';

const tags = ['cohorts'];

/** Somebody who wants in, was asked in, is in, or has gone, with why it is so. */
export const Applicant = z.object({
	id: Id,
	person: Person,
	email: z.string(),
	position: z.string().nullable(),
	organisation: z.string().nullable(),
	state: EnrolmentState,
	appliedAt: Moment,
	decidedAt: Moment.nullable(),
	decisionReason: z.string().nullable(),
	tutor: Person.nullable(),
	fit: AudienceFit,
	audienceReason: z.string().nullable(),
	priority: Priority.nullable(),
	/** The place in the waiting list, from 1. */
	place: z.int().nullable(),
	/** Has no seat, and the own school has all that it may have. */
	schoolFull: z.boolean(),
	heldUntil: Day.nullable(),
	head: HeadWord.nullable(),
	/** Has not chosen a password yet: the letter with the link waits for them. */
	newcomer: z.boolean(),
	can: z.object({
		confirm: z.boolean(),
		decline: z.boolean(),
		headOnPaper: z.boolean(),
		decidePriority: z.boolean(),
		transfer: z.boolean(),
		inviteAgain: z.boolean()
	})
});
export type Applicant = z.infer<typeof Applicant>;

export const AdmissionSettings = z.object({
	capacity: z.int().min(1).max(1000),
	enrolmentOpen: z.boolean(),
	asksHead: z.boolean(),
	/** Who goes first, in words. */
	priorityGroups: z.array(text(200, 3)).max(10)
});

export const Admission = z.object({
	settings: AdmissionSettings,
	limits: CohortLimits,
	/** Of the cohort: `setAdmission` and `changeCohort` go on top of it. */
	revision: Revision,
	/** Privileges that the regulation of the site gives: a start for the words (R20). */
	privileges: z.array(z.string()),
	audience: z.array(z.string()),
	seats: z.object({ taken: z.int(), held: z.int(), free: z.int(), waiting: z.int() }),
	/** Free seats that nobody gets by themselves any more: the cohort has begun. */
	servesItself: z.boolean(),
	people: z.array(Applicant),
	/** Other cohorts of the same programme at the same site. */
	transferTo: z.array(
		z.object({ id: Id, title: z.string(), startsOn: Day, free: z.int(), sameVersion: z.boolean() })
	)
});
export type Admission = z.infer<typeof Admission>;

export const getAdmission = endpoint({
	method: 'GET',
	url: '/cohorts/:id/admission',
	schema: {
		tags,
		summary: 'Applications, seats and the waiting list of a cohort, for those who lead its site',
		params: ById,
		response: { 200: Admission, ...refusals }
	}
});

/** 409 `cohort.capacity_taken`: fewer seats than are given and held; `cohort.changed_meanwhile`: another was first. More seats go to the waiting list at once. */
export const setAdmission = endpoint({
	method: 'PUT',
	url: '/cohorts/:id/admission',
	schema: {
		tags,
		summary: 'Change seats, the open door, who confirms and who goes first',
		params: ById,
		body: AdmissionSettings.extend({ revision: Revision }),
		response: { 200: Done, ...refusals }
	}
});

export const serveWaiting = endpoint({
	method: 'POST',
	url: '/cohorts/:id/waiting-list/seats',
	schema: {
		tags,
		summary: 'Give the free seats to the first in the waiting list, also after the cohort has begun',
		params: ById,
		response: { 200: z.object({ seated: z.int() }), ...refusals }
	}
});

export const claimPriority = endpoint({
	method: 'PUT',
	url: '/enrolments/:id/priority',
	schema: {
		tags,
		summary: 'Claim a privilege for my application, or take the claim back',
		params: ById,
		body: z.object({ group: text(200).nullable() }),
		response: { 200: MyEnrolment, ...refusals }
	}
});

export const decidePriority = endpoint({
	method: 'POST',
	url: '/enrolments/:id/priority/decision',
	schema: {
		tags,
		summary: 'Accept or refuse a claimed privilege',
		params: ById,
		body: z.object({ accepted: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

/** 409 `enrolment.few_seats` has `limit`: seats that are free; 422 `enrolment.invitation_faulty` names the fields. */
export const invitePerson = endpoint({
	method: 'POST',
	url: '/cohorts/:id/invitations',
	schema: {
		tags,
		summary: 'Invite somebody by e-mail and hold a seat until a day',
		params: ById,
		body: z.object({
			email: text(254, 3),
			surname: text(100, 1),
			givenName: text(100, 1),
			patronymic: text(100).nullable().default(null),
			position: text(200).nullable().default(null),
			heldUntil: Day,
			/** Demanded where the position is outside of the programme's audience (R48). */
			audienceReason: text(1000).nullable().default(null)
		}),
		response: { 200: Done, ...refusals }
	}
});

export const acceptInvitation = endpoint({
	method: 'POST',
	url: '/enrolments/:id/acceptance',
	schema: {
		tags,
		summary: 'Take the seat of an invitation',
		params: ById,
		response: { 200: MyEnrolment, ...refusals }
	}
});

/** What the link of a letter shows to somebody whom a site has entered. */
export const getWelcome = endpoint({
	method: 'GET',
	url: '/welcomes/:token',
	schema: {
		tags,
		summary: 'Whom a one-time link of a letter welcomes',
		params: z.object({ token: z.string().max(200) }),
		response: {
			200: z.object({
				givenName: z.string(),
				fullName: z.string(),
				email: z.string(),
				programme: z.string(),
				cohort: z.string(),
				startsOn: Day,
				invited: z.boolean(),
				heldUntil: Day.nullable()
			}),
			404: refusals[404]
		}
	}
});

/** Chooses the password, gives the consents and takes the seat where one was held. */
export const enterByWelcome = endpoint({
	method: 'POST',
	url: '/welcomes/:token',
	schema: {
		tags,
		summary: 'Open the account behind a one-time link',
		params: z.object({ token: z.string().max(200) }),
		body: z.object({
			password: z.string().max(1000),
			consents: z.array(z.object({ kind: z.string().max(100), version: z.string().max(100) })).max(20)
		}),
		response: { 200: z.object({ email: z.string() }), ...refusals }
	}
});

/**
 * 409 `enrolment.transfer_done`: works were shown to the group, so the person stays; `enrolment.transfer_twice`: the other
 * cohort has work of the same person from before.
 */
export const transferEnrolment = endpoint({
	method: 'POST',
	url: '/enrolments/:id/transfer',
	schema: {
		tags,
		summary: 'Move somebody to another cohort of the same programme',
		params: ById,
		body: z.object({ cohortId: Id, reason: text(1000, 10) }),
		response: { 200: Done, ...refusals }
	}
});
