import { DELIVERIES } from '@stazhirovka/domain/consultations';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person, text } from '../words.ts';
import { Consultation, ConsultationState, Topic } from './words.ts';

const tags = ['consultations'];

export const HostedConsultation = Consultation.extend({
	venue: z.string(),
	/** The series that it was opened in has later times. */
	following: z.boolean(),
	cohorts: z.array(z.string()),
	result: z.string(),
	closedAt: Moment.nullable(),
	bookings: z.array(
		z.object({
			id: Id,
			enrolmentId: Id,
			person: Person,
			state: ConsultationState,
			question: z.string(),
			topic: Topic.nullable()
		})
	),
	can: z.object({ cancel: z.boolean(), close: z.boolean() })
});
export type HostedConsultation = z.infer<typeof HostedConsultation>;

export const listHostedConsultations = endpoint({
	method: 'GET',
	url: '/consultations',
	schema: {
		tags,
		summary: 'Consultations that I offer: those to come and those that want a word on how they went, by time',
		querystring: z.object({ past: z.literal('all').optional() }),
		response: {
			200: z.object({
				consultations: z.array(HostedConsultation),
				/** Whose interns I may invite. */
				cohorts: z.array(z.object({ id: Id, title: z.string(), site: z.string(), timeZone: z.string() })),
				feedSince: Moment.nullable()
			}),
			...refusals
		}
	}
});

/** 422 with `details.field` for what is wrong; 409 `consultation.overlap` when I have another one at that time. */
export const openConsultations = endpoint({
	method: 'POST',
	url: '/consultations',
	schema: {
		tags,
		summary: 'Open a stretch of a day for consultations, or the same weekly',
		body: z.object({
			cohortIds: z.array(Id).min(1).max(50),
			day: z.string().max(10),
			from: z.string().max(5),
			to: z.string().max(5),
			minutes: z.int().min(5).max(480),
			until: z.string().max(10).nullable().default(null),
			places: z.int().min(1).max(100),
			delivery: z.enum(DELIVERIES),
			venue: text(500, 1),
			note: text(1000).default(''),
			cancelHours: z.int().min(0).max(336)
		}),
		response: { 200: z.object({ opened: z.int() }), ...refusals }
	}
});

export const cancelConsultation = endpoint({
	method: 'POST',
	url: '/consultations/:id/cancellation',
	schema: {
		tags,
		summary: 'Cancel a consultation with a word, alone or with those of its series after it',
		params: ById,
		body: z.object({ reason: text(1000, 3), following: z.boolean().default(false) }),
		response: { 200: z.object({ cancelled: z.int(), told: z.int() }), ...refusals }
	}
});

export const closeConsultation = endpoint({
	method: 'POST',
	url: '/consultations/:id/outcome',
	schema: {
		tags,
		summary: 'Say who came and what came out of it; may be said again',
		params: ById,
		body: z.object({ attended: z.array(Id).max(100), result: text(3000) }),
		response: { 200: Done, ...refusals }
	}
});

export const ConsultationFigures = z.object({
	offered: z.int(),
	/** Times to come with a free place. */
	free: z.int(),
	booked: z.int(),
	held: z.int(),
	missed: z.int(),
	cancelled: z.int(),
	waiting: z.int(),
	/** Past ones of which nobody has said how they went. */
	untold: z.int(),
	hosts: z.array(z.object({ host: Person, offered: z.int(), held: z.int(), minutes: z.int() }))
});
export type ConsultationFigures = z.infer<typeof ConsultationFigures>;

/** Numbers only: neither questions nor results are in it. */
export const getConsultationFigures = endpoint({
	method: 'GET',
	url: '/cohorts/:id/consultation-figures',
	schema: {
		tags,
		summary: 'How consultations of a cohort go, for those who run or lead it',
		params: ById,
		response: { 200: ConsultationFigures, ...refusals }
	}
});
