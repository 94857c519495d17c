import { listConsentTexts } from '@stazhirovka/contract/accounts';
import { enterByWelcome, getWelcome } from '@stazhirovka/contract/cohorts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
	const [told, texts] = await Promise.all([
		locals.call(getWelcome, { params }),
		locals.call(listConsentTexts, {})
	]);
	if (!told.ok && told.refusal.status === 404) return { welcome: null, texts: [] };
	return { welcome: orError(told), texts: orError(texts) };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const consents = data.getAll('consent').map((value) => {
			const [kind = '', version = ''] = String(value).split('@');
			return { kind, version };
		});
		const body = { password: textOf(data, 'password'), consents };
		const answer = await locals.call(enterByWelcome, { params, body });
		if (!answer.ok) return orFail(answer.refusal, {});
		redirect(303, '/sign-in?reset&back=/my');
	}
};
