import { listExperience } from '@stazhirovka/contract/experience';
import { getPublishedPassport } from '@stazhirovka/contract/passports';
import { getSite } from '@stazhirovka/contract/sites';
import { orError } from '#lib/server/answer.ts';
import { filterIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, params, url }) {
	const { on } = filterIn(url);
	const [site, published, experience] = await Promise.all([
		locals.call(getSite, { params, querystring: { on } }),
		locals.call(getPublishedPassport, { params }),
		locals.call(listExperience, { querystring: { site: params.id } })
	]);
	return {
		...{ on, origin: url.origin },
		site: orError(site),
		published: orError(published),
		experience: orError(experience)
	};
}
