import { getCohortComparison } from '@stazhirovka/contract/diagnostics';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { comparison: orError(await locals.call(getCohortComparison, { params })) };
}
