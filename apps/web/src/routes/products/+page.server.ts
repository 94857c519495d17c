import { listProducts } from '@stazhirovka/contract/passports';
import { productFilterIn } from '#lib/passports/server/product-filter.ts';
import { orError } from '#lib/server/answer.ts';
import { pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	const filter = productFilterIn(url);
	const querystring = { ...filter, page: pageIn(url) };
	return { filter, ...orError(await locals.call(listProducts, { querystring })) };
}
