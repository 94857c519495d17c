import { listPublicProgrammes } from '@stazhirovka/contract/portal';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { programmes: orError(await locals.call(listPublicProgrammes, {})) };
}
