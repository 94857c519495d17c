import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, text } from '../words.ts';

const tags = ['accounts'];

export const Names = {
	surname: text(100, 1),
	givenName: text(100, 1),
	patronymic: text(100).nullable().default(null),
	gender: z.enum(['f', 'm']).nullable().default(null)
};

export const Session = z.object({
	id: Id,
	current: z.boolean(),
	createdAt: Moment,
	expiresAt: Moment,
	device: z.string(),
	address: z.string().nullable()
});
export type Session = z.infer<typeof Session>;

export const listSessions = endpoint({
	method: 'GET',
	url: '/sessions',
	schema: { tags, summary: 'My open sessions', response: { 200: z.array(Session), ...refusals } }
});

export const endSession = endpoint({
	method: 'DELETE',
	url: '/sessions/:id',
	schema: { tags, summary: 'End one of my sessions', params: ById, response: { 200: Done, ...refusals } }
});

export const endOtherSessions = endpoint({
	method: 'DELETE',
	url: '/sessions',
	schema: { tags, summary: 'End all my sessions but this one', response: { 200: Done, ...refusals } }
});

export const Profile = z.object({
	surname: z.string(),
	givenName: z.string(),
	patronymic: z.string().nullable(),
	gender: z.enum(['f', 'm']).nullable(),
	position: z.string().nullable(),
	organisation: z.object({ id: Id, title: z.string() }).nullable(),
	email: z.string(),
	birthDate: Day.nullable()
});
export type Profile = z.infer<typeof Profile>;

export const getProfile = endpoint({
	method: 'GET',
	url: '/profile',
	schema: { tags, summary: 'My profile', response: { 200: Profile, ...refusals } }
});

export const changeProfile = endpoint({
	method: 'PUT',
	url: '/profile',
	schema: {
		tags,
		summary: 'Change my names, position and organisation; issued documents keep theirs',
		body: z.object({
			...Names,
			position: text(200).nullable().default(null),
			organisationId: Id.nullable().default(null)
		}),
		response: { 200: Profile, ...refusals }
	}
});
