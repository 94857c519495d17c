import { getPath } from '@stazhirovka/contract/cohorts';
import { orError, signedIn } from '#lib/server/answer.ts';

/** Every page below shows where it stands on the path and can lead to the next step. */
export async function load({ locals, params, depends }) {
	depends('app:path');
	signedIn(locals.actor);
	return { path: orError(await locals.call(getPath, { params: { id: params.enrolment } })) };
}
