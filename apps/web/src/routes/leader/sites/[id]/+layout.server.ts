import { getMySite } from '@stazhirovka/contract/staff';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { site: orError(await locals.call(getMySite, { params: { id: params.id } })) };
}
