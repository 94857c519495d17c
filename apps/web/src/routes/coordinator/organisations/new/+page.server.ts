import { enterOrganisation, listKeptRegions } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { givenOrganisation } from '#lib/sites/server/given-organisation.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const regions = orError(await locals.call(listKeptRegions, {}));
	const region = regions.find(({ id }) => id === url.searchParams.get('region')) ?? regions[0];
	// The same form sent twice is the same organisation.
	return { regions, region, newId: crypto.randomUUID() };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const typed = givenOrganisation(data);
		const place = { id: textOf(data, 'id'), regionId: textOf(data, 'region') };
		const body = { ...typed, ...place, other: data.has('other') };
		const answer = await locals.call(enterOrganisation, { body });

		if (!answer.ok) return orFail(answer.refusal, { typed, id: place.id });
		redirect(303, `/coordinator/organisations/${answer.value.id}?entered`);
	}
};
