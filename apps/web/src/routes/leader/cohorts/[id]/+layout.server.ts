import { getCohort } from '@stazhirovka/contract/cohorts';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { cohort: orError(await locals.call(getCohort, { params })) };
}
