import { TOPIC_KINDS } from '@stazhirovka/domain/consultations';
import { z } from 'zod';
import { Away } from '../answering/index.ts';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, text } from '../words.ts';
import { Consultation, ConsultationState, Topic } from './words.ts';

const tags = ['consultations'];
const OfSlot = z.object({ id: Id, slot: Id });

export const OfferedConsultation = Consultation.extend({
	/** My own booking of it, with what the host wrote afterwards. */
	mine: z
		.object({
			state: ConsultationState,
			question: z.string(),
			topic: Topic.nullable(),
			result: z.string()
		})
		.nullable(),
	can: z.object({ book: z.boolean(), wait: z.boolean(), release: z.boolean() })
});
export type OfferedConsultation = z.infer<typeof OfferedConsultation>;

export const listConsultations = endpoint({
	method: 'GET',
	url: '/enrolments/:id/consultations',
	schema: {
		tags,
		summary: 'Times that an intern may book, and the intern’s own consultations, by time',
		params: ById,
		response: {
			200: z.object({
				consultations: z.array(OfferedConsultation),
				/** What a question may be about. */
				topics: z.array(Topic),
				/** Tutors of the cohort who are away. */
				away: z.array(Away),
				feedSince: Moment.nullable()
			}),
			...refusals
		}
	}
});

/**
 * 409 `consultation.taken` or `consultation.full` with `details.alternatives`, free times near the one that is lost.
 * Booking what is booked changes nothing.
 */
export const bookConsultation = endpoint({
	method: 'POST',
	url: '/enrolments/:id/consultations/:slot/booking',
	schema: {
		tags,
		summary: 'Book a consultation, or wait in the line of a full group',
		params: OfSlot,
		body: z.object({
			question: text(1000).default(''),
			topic: z
				.object({ kind: z.enum(TOPIC_KINDS), key: text(100, 1) })
				.nullable()
				.default(null),
			wait: z.boolean().default(false)
		}),
		response: { 200: z.object({ state: ConsultationState }), ...refusals }
	}
});

/** 409 `consultation.release_late` after the stated time. */
export const releaseConsultation = endpoint({
	method: 'POST',
	url: '/enrolments/:id/consultations/:slot/release',
	schema: {
		tags,
		summary: 'Give a booking back; the first in the line gets the seat',
		params: OfSlot,
		response: { 200: Done, ...refusals }
	}
});
