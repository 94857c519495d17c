import { listActs } from '@stazhirovka/contract/sites';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	return { acts: orError(await locals.call(listActs, {})), granted: url.searchParams.has('granted') };
}
