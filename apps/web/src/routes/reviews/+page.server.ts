import { listReserveReviews } from '@stazhirovka/contract/final-works';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const reviews = orError(await locals.call(listReserveReviews, {}));
	return { reviews, done: url.searchParams.has('done') };
}
