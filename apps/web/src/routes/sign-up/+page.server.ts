import { listConsentTexts, signUp } from '@stazhirovka/contract/accounts';
import { fail, redirect } from '@sveltejs/kit';
import { readOrganisation, unchosen } from '#lib/organisations/server/read-organisations.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { homeOf } from '#lib/server/home.ts';
import { personOf } from '#lib/server/person-fields.ts';

export async function load({ locals, url }) {
	if (locals.actor) redirect(303, homeOf(locals.actor, url.searchParams.get('back')));

	return { texts: orError(await locals.call(listConsentTexts, {})) };
}

export const actions = {
	async default({ locals, request, url }) {
		const data = await request.formData();
		const organisation = await readOrganisation(locals.call, data, 'organisationId');
		const typed = {
			...{ ...personOf(data), organisationId: organisation.id || null, organisation },
			email: textOf(data, 'email')
		};
		const open = unchosen(organisation);
		if (open) return fail(422, { typed, problem: open, details: { field: 'organisationId' } });

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
