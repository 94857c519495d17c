import { changeNetwork, getKeptSite, listKeptOrganisations } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const [site, found] = await Promise.all([
		locals.call(getKeptSite, { params }),
		locals.call(listKeptOrganisations, { querystring: { q } })
	]);
	return { q, site: orError(site), found: orError(found) };
}

export const actions = {
	async join({ locals, params, request }) {
		const data = await request.formData();
		const typed = {
			organisationId: textOf(data, 'organisationId'),
			from: textOf(data, 'from'),
			minutes: textOrNull(data, 'minutes')
		};
		const answer = await locals.call(changeNetwork, { params, body: { kind: 'join', ...typed } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/sites/${params.id}?changed`);
	}
};
