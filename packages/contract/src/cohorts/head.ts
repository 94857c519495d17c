import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Moment, text } from '../words.ts';
import { MyEnrolment } from './enrolment.ts';

const tags = ['cohorts'];
const ByToken = z.object({ token: z.string().max(200) });

/** What the head confirms: the person works there, is let go on the days in person, has what tutoring needs (R77). */
export const HeadCondition = z.enum(['works_here', 'free_days', 'tutoring']);
export type HeadCondition = z.infer<typeof HeadCondition>;

export const askHead = endpoint({
	method: 'POST',
	url: '/enrolments/:id/head-confirmation',
	schema: {
		tags,
		summary: 'Send the one-time link to the head of my school; a link that was sent before stops working',
		params: ById,
		body: z.object({ email: text(254, 3) }),
		response: { 200: MyEnrolment, ...refusals }
	}
});

export const getHeadConfirmation = endpoint({
	method: 'GET',
	url: '/head-confirmations/:token',
	schema: {
		tags,
		summary: 'What the one-time link asks the head of a school',
		params: ByToken,
		response: {
			200: z.object({
				intern: z.string(),
				position: z.string().nullable(),
				school: z.string().nullable(),
				programme: z.string(),
				hours: z.int(),
				cohort: z.string(),
				site: z.string(),
				startsOn: Day,
				endsOn: Day,
				sessions: z.array(
					z.object({ date: Day, startsAt: z.string(), endsAt: z.string(), place: z.string() })
				),
				answer: z.object({ agreed: z.boolean(), answeredAt: Moment }).nullable()
			}),
			404: refusals[404]
		}
	}
});

const signed = { author: text(200, 5), position: text(200, 2) };

/** Once; afterwards the link only shows that an answer was given. */
export const answerHead = endpoint({
	method: 'POST',
	url: '/head-confirmations/:token',
	schema: {
		tags,
		summary: 'Confirm the person and the conditions, or refuse with a reason',
		params: ByToken,
		body: z.discriminatedUnion('agreed', [
			z.object({ agreed: z.literal(true), ...signed, conditions: z.array(HeadCondition).max(3) }),
			z.object({ agreed: z.literal(false), ...signed, reason: text(1000, 10) })
		]),
		response: { 200: Done, ...refusals }
	}
});

/** The site has a letter on paper: its word counts as the head's. */
export const enterHeadOnPaper = endpoint({
	method: 'POST',
	url: '/enrolments/:id/head-confirmation/paper',
	schema: {
		tags,
		summary: 'Enter the confirmation of the head from a letter on paper',
		params: ById,
		body: z.object({ ...signed, paper: text(300, 5) }),
		response: { 200: Done, ...refusals }
	}
});
