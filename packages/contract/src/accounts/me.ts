import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Person } from '../words.ts';

const tags = ['accounts'];

/** What the pages need to know of the one who is signed in. The service decides; the page shows. */
export const Me = z.object({
	person: Person.extend({ email: z.string() }),
	homes: z.object({
		intern: z.boolean(),
		tutor: z.boolean(),
		leader: z.boolean(),
		expert: z.boolean(),
		coordinator: z.boolean(),
		/** Has a word about plans of a municipality's sites. */
		municipality: z.boolean()
	}),
	unread: z.int()
});
export type Me = z.infer<typeof Me>;

export const getMe = endpoint({
	method: 'GET',
	url: '/me',
	schema: {
		tags,
		summary: 'Who is signed in',
		response: { 200: z.object({ me: Me.nullable(), demonstration: z.boolean() }) }
	}
});
