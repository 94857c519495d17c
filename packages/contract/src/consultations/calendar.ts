import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { Bytes, Done } from '../words.ts';

const tags = ['consultations'];

/** The whole address is told once; only its fingerprint is kept. */
export const openConsultationFeed = endpoint({
	method: 'POST',
	url: '/consultation-feed',
	schema: {
		tags,
		summary: 'Make a private address of my consultations; the one before it stops working',
		response: { 200: z.object({ address: z.string() }), ...refusals }
	}
});

export const closeConsultationFeed = endpoint({
	method: 'POST',
	url: '/consultation-feed/closing',
	schema: { tags, summary: 'Take the private address back', response: { 200: Done, ...refusals } }
});

export const readConsultationFeed = endpoint({
	method: 'GET',
	url: '/consultation-calendars/:token',
	schema: {
		tags,
		summary: 'Somebody’s consultations for calendar programs, by the private address',
		params: z.object({ token: z.string().max(64) }),
		produces: ['text/calendar'],
		response: { 200: Bytes, 404: Problem }
	}
});
