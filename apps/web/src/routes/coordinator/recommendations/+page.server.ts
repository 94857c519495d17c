import { listRecommendations, recommend, stopRecommending } from '@stazhirovka/contract/applications';
import { fail, redirect } from '@sveltejs/kit';
import { readOrganisation, unchosen } from '#lib/organisations/server/read-organisations.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const list = await locals.call(listRecommendations, {});
	const done = (['entered', 'removed'] as const).find((what) => url.searchParams.has(what));
	return { ...orError(list), done };
}

export const actions = {
	async recommend({ locals, request }) {
		const data = await request.formData();
		const organisation = await readOrganisation(locals.call, data, 'organisationId');
		const typed = {
			organisation,
			regulation: textOf(data, 'regulation'),
			authority: textOf(data, 'authority'),
			reference: textOf(data, 'reference')
		};
		const open = unchosen(organisation);
		if (open) return fail(422, { typed, problem: open, details: { field: 'organisationId' } });

		const body = { ...typed, organisationId: organisation.id };
		const answer = await locals.call(recommend, { body });
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
