import { getCohortComparison } from '@stazhirovka/contract/diagnostics';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { comparison: orError(await locals.call(getCohortComparison, { params })) };
}
