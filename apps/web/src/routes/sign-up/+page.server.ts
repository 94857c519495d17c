import { listConsentTexts, listOrganisations, signUp } from '@stazhirovka/contract/accounts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { homeOf } from '#lib/server/home.ts';
import { personOf } from '#lib/server/person-fields.ts';

export async function load({ locals, url }) {
	if (locals.actor) redirect(303, homeOf(locals.actor, url.searchParams.get('back')));

	const [texts, organisations] = await Promise.all([
		locals.call(listConsentTexts, {}),
		locals.call(listOrganisations, {})
	]);
	return { texts: orError(texts), organisations: orError(organisations) };
}

export const actions = {
	async default({ locals, request, url }) {
		const data = await request.formData();
		const typed = { ...personOf(data), email: textOf(data, 'email') };
		const consents = data.getAll('consent').map((value) => {
			const [kind = '', version = ''] = String(value).split('@');
			return { kind, version };
		});
		const body = { ...typed, password: textOf(data, 'password'), consents };

		const answer = await locals.call(signUp, { body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, homeOf(answer.value.me, url.searchParams.get('back')));
	}
};
