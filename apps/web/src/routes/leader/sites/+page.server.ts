import { listMySites } from '@stazhirovka/contract/staff';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return { sites: orError(await locals.call(listMySites, {})) };
}
