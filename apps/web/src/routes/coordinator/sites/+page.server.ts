import { listKeptSites, listRegisterChoices } from '@stazhirovka/contract/sites';
import { orError, signedIn } from '#lib/server/answer.ts';
import { filterIn, pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const filter = filterIn(url);
	const [register, choices] = await Promise.all([
		locals.call(listKeptSites, { querystring: { ...filter, page: pageIn(url) } }),
		locals.call(listRegisterChoices, {})
	]);
	return { filter, choices: orError(choices), ...orError(register) };
}
