import { getPace } from '@stazhirovka/contract/reporting';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	depends('app:progress');
	return { pace: orError(await locals.call(getPace, { params })) };
}
