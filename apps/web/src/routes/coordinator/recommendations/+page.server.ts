import { listOrganisations } from '@stazhirovka/contract/accounts';
import { listRecommendations, recommend, stopRecommending } from '@stazhirovka/contract/applications';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [list, organisations] = await Promise.all([
		locals.call(listRecommendations, {}),
		locals.call(listOrganisations, {})
	]);
	const done = (['entered', 'removed'] as const).find((what) => url.searchParams.has(what));
	return { ...orError(list), organisations: orError(organisations), done };
}

export const actions = {
	async recommend({ locals, request }) {
		const data = await request.formData();
		const typed = {
			regulation: textOf(data, 'regulation'),
			organisationId: textOf(data, 'organisationId'),
			authority: textOf(data, 'authority'),
			reference: textOf(data, 'reference')
		};
		const answer = await locals.call(recommend, { body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, '/coordinator/recommendations?entered');
	},

	async remove({ locals, request }) {
		const params = { id: textOf(await request.formData(), 'id') };
		const answer = await locals.call(stopRecommending, { params });
		if (!answer.ok) return orFail(answer.refusal, { typed: undefined });
		redirect(303, '/coordinator/recommendations?removed');
	}
};
