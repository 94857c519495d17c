import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { Done } from '../words.ts';

const tags = ['answering'];
const ByToken = z.object({ token: z.string().max(64) });
const Wish = z.object({ wanted: z.boolean() });

export const getDigestWish = endpoint({
	method: 'GET',
	url: '/digest',
	schema: {
		tags,
		summary: 'Whether I get letters about what I missed in the chat',
		response: { 200: Wish, ...refusals }
	}
});

export const setDigestWish = endpoint({
	method: 'PUT',
	url: '/digest',
	schema: { tags, summary: 'Want such letters or not', body: Wish, response: { 200: Done, ...refusals } }
});

/** By the link of a letter, without signing in; mail programs call it by themselves (RFC 8058). */
export const refuseDigest = endpoint({
	method: 'POST',
	url: '/digest-refusals/:token',
	schema: {
		tags,
		summary: 'Want no more letters about what was missed',
		params: ByToken,
		response: { 200: Done, 404: Problem }
	}
});

/** Mail programs that know no one-click refusal open the same address: it leads to the page that asks. */
export const openDigestRefusal = endpoint({
	method: 'GET',
	url: '/digest-refusals/:token',
	schema: {
		tags,
		summary: 'To the page on which letters are refused',
		params: ByToken,
		response: { 303: z.undefined() }
	}
});
