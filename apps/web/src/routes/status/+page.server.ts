import { listPublicSites } from '@stazhirovka/contract/portal';
import { listRegulations } from '@stazhirovka/contract/regulations';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	const [sites, regulations] = await Promise.all([
		locals.call(listPublicSites, {}),
		locals.call(listRegulations, { querystring: {} })
	]);
	return { sites: orError(sites), regulations: orError(regulations) };
}
