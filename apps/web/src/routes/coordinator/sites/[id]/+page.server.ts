import { changeNetwork, getKeptSite } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const done = (['changed', 'entered', 'decided'] as const).find((what) => url.searchParams.has(what));
	return { site: orError(await locals.call(getKeptSite, { params })), done };
}

export const actions = {
	async network({ locals, params, request }) {
		const data = await request.formData();
		const organisationId = textOf(data, 'organisationId');
		const typed = { from: textOf(data, 'from'), minutes: textOrNull(data, 'minutes') };
		const newLead = textOrNull(data, 'newLead');
		const change = { organisationId, ...typed };
		const body =
			textOf(data, 'kind') === 'leave'
				? ({ kind: 'leave', newLead, ...change } as const)
				: ({ kind: 'lead', ...change } as const);

		const answer = await locals.call(changeNetwork, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed: { ...body, newLead } });
		redirect(303, `/coordinator/sites/${params.id}?changed`);
	}
};
