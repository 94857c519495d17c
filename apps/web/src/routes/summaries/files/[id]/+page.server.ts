import { getExport } from '@stazhirovka/contract/summaries';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params, depends }) {
	signedIn(locals.actor);
	depends('app:summary-file');
	return { file: orError(await locals.call(getExport, { params })) };
}
