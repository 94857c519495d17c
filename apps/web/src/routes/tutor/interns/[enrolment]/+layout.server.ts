import { getPath } from '@stazhirovka/contract/cohorts';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	depends('app:path');
	signedIn(locals.actor);
	return { path: orError(await locals.call(getPath, { params: { id: params.enrolment } })) };
}
