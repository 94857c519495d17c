import { listCouncils } from '@stazhirovka/contract/councils';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return { councils: orError(await locals.call(listCouncils, {})).councils };
}
