import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Done, Id, text } from '../words.ts';
import { Me } from './me.ts';
import { Names } from './profile.ts';

const tags = ['accounts'];

export const signUp = endpoint({
	method: 'POST',
	url: '/sign-up',
	schema: {
		tags,
		summary: 'Register and sign in',
		body: z.object({
			...Names,
			email: text(254, 3),
			password: z.string().max(512),
			position: text(200).nullable().default(null),
			organisationId: Id.nullable().default(null),
			/** Kind and version of each consent that was ticked, one by one. */
			consents: z.array(z.object({ kind: text(60), version: text(20) })).max(10)
		}),
		response: { 200: z.object({ me: Me }), ...refusals, 429: refusals[409] }
	}
});

export const signIn = endpoint({
	method: 'POST',
	url: '/sign-in',
	schema: {
		tags,
		summary: 'Sign in by e-mail and password',
		body: z.object({ email: text(254), password: z.string().max(512) }),
		response: { 200: z.object({ me: Me }), ...refusals, 429: refusals[409] }
	}
});

export const signOut = endpoint({
	method: 'POST',
	url: '/sign-out',
	schema: { tags, summary: 'End this session', response: { 200: Done } }
});

export const askPasswordReset = endpoint({
	method: 'POST',
	url: '/password-resets',
	schema: {
		tags,
		summary: 'Send a letter with a link; the answer is the same for an unknown address',
		body: z.object({ email: text(254) }),
		response: { 200: Done, ...refusals, 429: refusals[409] }
	}
});

export const resetPassword = endpoint({
	method: 'POST',
	url: '/password-resets/:token',
	schema: {
		tags,
		summary: 'Choose a new password by the link from the letter; ends all sessions',
		params: z.object({ token: z.string().max(200) }),
		body: z.object({ password: z.string().max(512) }),
		response: { 200: Done, ...refusals }
	}
});
