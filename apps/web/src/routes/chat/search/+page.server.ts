import { searchMessages } from '@stazhirovka/contract/chat';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const room = url.searchParams.get('room') ?? undefined;
	if (q === '') return { q, room, results: null };

	const [before, after] = ['before', 'after'].map((name) => url.searchParams.get(name) ?? undefined);
	return {
		q,
		room,
		results: orError(await locals.call(searchMessages, { querystring: { q, room, before, after } }))
	};
}
