import { listExperience } from '@stazhirovka/contract/experience';
import { experienceFilterIn } from '#lib/experience/server/filter.ts';
import { orError } from '#lib/server/answer.ts';
import { pageIn } from '#lib/sites/server/filter.ts';

export async function load({ locals, url }) {
	const filter = experienceFilterIn(url);
	const querystring = { ...filter, page: pageIn(url) };
	return { filter, ...orError(await locals.call(listExperience, { querystring })) };
}
