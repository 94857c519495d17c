import { listKeptCoordinators } from '@stazhirovka/contract/coordinators';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	return {
		regions: orError(await locals.call(listKeptCoordinators, {})),
		done: url.searchParams.has('done')
	};
}
