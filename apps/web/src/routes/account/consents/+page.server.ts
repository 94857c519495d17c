import { giveConsent, listConsents, withdrawConsent } from '@stazhirovka/contract/accounts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	return { consents: orError(await locals.call(listConsents, {})) };
}

export const actions = {
	async give({ locals, request }) {
		const data = await request.formData();
		const body = { kind: textOf(data, 'kind'), version: textOf(data, 'version') };
		const answer = await locals.call(giveConsent, { body });
		if (!answer.ok) return orFail(answer.refusal);
	},

	async withdraw({ locals, request }) {
		const kind = textOf(await request.formData(), 'kind');
		const answer = await locals.call(withdrawConsent, { params: { kind } });
		if (!answer.ok) return orFail(answer.refusal);
	}
};
