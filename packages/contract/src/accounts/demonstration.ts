import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Id, Moment } from '../words.ts';
import { Me } from './me.ts';

const tags = ['accounts'];

export const DemonstrationPerson = z.object({
	id: Id,
	fullName: z.string(),
	position: z.string().nullable(),
	organisation: z.string().nullable(),
	role: z.enum(['intern', 'tutor', 'leader', 'expert', 'observer', 'coordinator', 'administrator'])
});
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>;

export const listDemonstrationPeople = endpoint({
	method: 'GET',
	url: '/demonstration/people',
	schema: {
		tags,
		summary: 'The people of the demonstration region; absent in production',
		response: { 200: z.array(DemonstrationPerson), 404: refusals[404] }
	}
});

export const demonstrationSignIn = endpoint({
	method: 'POST',
	url: '/demonstration/sign-in',
	schema: {
		tags,
		summary: 'Sign in as a demonstration person; absent in production',
		body: z.object({ personId: Id }),
		response: { 200: z.object({ me: Me }), ...refusals }
	}
});

export const listOutbox = endpoint({
	method: 'GET',
	url: '/outbox',
	schema: {
		tags,
		summary: 'Letters of the demonstration, newest first; absent in production',
		response: {
			200: z.array(
				z.object({
					id: Id,
					to: z.string(),
					subject: z.string(),
					text: z.string(),
					createdAt: Moment,
					sentAt: Moment.nullable()
				})
			),
			404: refusals[404]
		}
	}
});
