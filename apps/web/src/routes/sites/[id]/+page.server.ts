import { getSite } from '@stazhirovka/contract/sites';
import { orError } from '#lib/server/answer.ts';
import { filterIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, params, url }) {
	const { on } = filterIn(url);
	return {
		on,
		origin: url.origin,
		site: orError(await locals.call(getSite, { params, querystring: { on } }))
	};
}
