import { getCohortTraces } from '@stazhirovka/contract/reporting';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { told: orError(await locals.call(getCohortTraces, { params })) };
}
