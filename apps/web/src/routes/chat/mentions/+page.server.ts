import { listMentions } from '@stazhirovka/contract/chat';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [before, after] = ['before', 'after'].map((name) => url.searchParams.get(name) ?? undefined);
	return { mentions: orError(await locals.call(listMentions, { querystring: { before, after } })) };
}
