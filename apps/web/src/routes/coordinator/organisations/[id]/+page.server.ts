import { changeOrganisation, getOrganisation, listKeptRegions } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { givenOrganisation } from '#lib/sites/server/given-organisation.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const [answer, regions] = await Promise.all([
		locals.call(getOrganisation, { params }),
		locals.call(listKeptRegions, {})
	]);
	const organisation = orError(answer);
	const region = orError(regions).find(({ id }) => id === organisation.region.id);
	const done = (['saved', 'entered'] as const).find((what) => url.searchParams.has(what));
	return { organisation, municipalities: region?.municipalities ?? [], done };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = givenOrganisation(data);
		const body = { ...typed, revision: Number(textOf(data, 'revision')), other: data.has('other') };
		const answer = await locals.call(changeOrganisation, { params, body });

		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/organisations/${params.id}?saved`);
	}
};
