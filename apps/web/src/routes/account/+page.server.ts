import { changeProfile, getProfile } from '@stazhirovka/contract/accounts';
import { fail } from '@sveltejs/kit';
import { readOrganisation, unchosen } from '#lib/organisations/server/read-organisations.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { personOf } from '#lib/server/person-fields.ts';

export async function load({ locals }) {
	return { profile: orError(await locals.call(getProfile, {})) };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const organisation = await readOrganisation(locals.call, data, 'organisationId');
		const body = { ...personOf(data), organisationId: organisation.id || null };
		const typed = { ...body, organisation };
		const open = unchosen(organisation);
		if (open) return fail(422, { saved: false, typed, problem: open, details: { field: 'organisationId' } });

		const answer = await locals.call(changeProfile, { body });
		return answer.ok ? { saved: true, typed: undefined } : orFail(answer.refusal, { saved: false, typed });
	}
};
