import { getExperience } from '@stazhirovka/contract/experience';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { summary: orError(await locals.call(getExperience, { params })) };
}
