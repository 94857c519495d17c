import {
	confirmNameForms,
	confirmRegisterData,
	getNameForms,
	getRegisterData
} from '@stazhirovka/contract/register';
import { typedData, typedForms } from '#lib/register/server/typed-person.ts';
import { orError, orFail } from '#lib/server/answer.ts';

export async function load({ locals }) {
	const [forms, data] = await Promise.all([locals.call(getNameForms, {}), locals.call(getRegisterData, {})]);
	return { forms: orError(forms), data: orError(data) };
}

const NOTHING = { saved: undefined, forms: undefined, data: undefined };

export const actions = {
	async forms({ locals, request }) {
		const forms = typedForms(await request.formData());
		const answer = await locals.call(confirmNameForms, { body: forms });
		return answer.ok
			? { ...NOTHING, saved: 'forms' as const }
			: orFail(answer.refusal, { ...NOTHING, forms });
	},

	async data({ locals, request }) {
		const data = typedData(await request.formData());
		const answer = await locals.call(confirmRegisterData, { body: data });
		return answer.ok ? { ...NOTHING, saved: 'data' as const } : orFail(answer.refusal, { ...NOTHING, data });
	}
};
