import { listRegulations } from '@stazhirovka/contract/regulations';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { regulations: orError(await locals.call(listRegulations, { querystring: {} })) };
}
