import { changeProfile, getProfile, listOrganisations } from '@stazhirovka/contract/accounts';
import { orError, orFail } from '#lib/server/answer.ts';
import { personOf } from '#lib/server/person-fields.ts';

export async function load({ locals }) {
	const [profile, organisations] = await Promise.all([
		locals.call(getProfile, {}),
		locals.call(listOrganisations, {})
	]);
	return { profile: orError(profile), organisations: orError(organisations) };
}

export const actions = {
	async default({ locals, request }) {
		const body = personOf(await request.formData());

		const answer = await locals.call(changeProfile, { body });
		return answer.ok
			? { saved: true, typed: undefined }
			: orFail(answer.refusal, { saved: false, typed: body });
	}
};
