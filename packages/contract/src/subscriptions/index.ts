import { SUBSCRIPTION_TOPICS } from '@stazhirovka/domain/subscriptions';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { Done, text } from '../words.ts';

const tags = ['subscriptions'];
const answers = { 200: Done, 400: Problem, 404: Problem, 422: Problem, 429: Problem };
const params = z.object({ token: text(100, 1) });

/** The answer is the same whoever is subscribed already; nothing is sent before the address is confirmed. */
export const subscribe = endpoint({
	method: 'POST',
	url: '/subscriptions',
	schema: {
		tags,
		summary: 'Ask for letters of news: a link comes to the address (R142)',
		body: z.object({ email: z.email().max(254), topics: z.array(z.enum(SUBSCRIPTION_TOPICS)).min(1).max(2) }),
		response: answers
	}
});

export const confirmSubscription = endpoint({
	method: 'POST',
	url: '/subscriptions/:token/confirmation',
	schema: { tags, summary: 'Confirm the address by the link of the letter', params, response: answers }
});

/** Forgets the address. Mail programs send it by the header of a letter (RFC 8058). */
export const unsubscribe = endpoint({
	method: 'POST',
	url: '/subscriptions/:token/end',
	schema: {
		tags,
		summary: 'No more letters, by the link of any of them: the address is forgotten',
		params,
		response: answers
	}
});
