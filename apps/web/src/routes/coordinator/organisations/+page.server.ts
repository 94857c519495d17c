import { listKeptOrganisations } from '@stazhirovka/contract/sites';
import { orError, signedIn } from '#lib/server/answer.ts';
import { pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	return {
		q,
		...orError(await locals.call(listKeptOrganisations, { querystring: { q, page: pageIn(url) } }))
	};
}
