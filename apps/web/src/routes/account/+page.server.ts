import { changeProfile, getProfile, listOrganisations } from '@stazhirovka/contract/accounts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	const [profile, organisations] = await Promise.all([
		locals.call(getProfile, {}),
		locals.call(listOrganisations, {})
	]);
	return { profile: orError(profile), organisations: orError(organisations) };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const gender = textOf(data, 'gender');
		const body = {
			surname: textOf(data, 'surname'),
			givenName: textOf(data, 'givenName'),
			patronymic: textOrNull(data, 'patronymic'),
			gender: gender === 'f' || gender === 'm' ? (gender as 'f' | 'm') : null,
			position: textOrNull(data, 'position'),
			organisationId: textOrNull(data, 'organisationId')
		};

		const answer = await locals.call(changeProfile, { body });
		return answer.ok
			? { saved: true, typed: undefined }
			: orFail(answer.refusal, { saved: false, typed: body });
	}
};
