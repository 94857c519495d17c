import { listRegulations } from '@stazhirovka/contract/regulations';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	const on = url.searchParams.get('on') || undefined;
	return { on, regulations: orError(await locals.call(listRegulations, { querystring: { on } })) };
}
