import { listNews } from '@stazhirovka/contract/portal';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { news: orError(await locals.call(listNews, {})) };
}
