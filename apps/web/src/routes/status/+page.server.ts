import { listPublicSites } from '@stazhirovka/contract/portal';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { sites: orError(await locals.call(listPublicSites, {})) };
}
