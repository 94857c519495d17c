import { listMyExpertWork } from '@stazhirovka/contract/councils';
import { declareFrom } from '#lib/councils/server/declaring.ts';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	return {
		...orError(await locals.call(listMyExpertWork, {})),
		done: url.searchParams.get('done')
	};
}

export const actions = { declare: declareFrom };
