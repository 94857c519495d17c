import { getCohortTraces } from '@stazhirovka/contract/reporting';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { told: orError(await locals.call(getCohortTraces, { params })) };
}
