import { listKeptOrganisations } from '@stazhirovka/contract/sites';
import { orError, signedIn } from '#lib/server/answer.ts';
import { pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const recommended = url.searchParams.get('recommended') === 'yes' ? ('yes' as const) : undefined;
	const querystring = { q, recommended, page: pageIn(url) };
	return { q, recommended, ...orError(await locals.call(listKeptOrganisations, { querystring })) };
}
