import { getGrid } from '@stazhirovka/contract/reporting';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	depends('app:grid');
	return { grid: orError(await locals.call(getGrid, { params })) };
}
