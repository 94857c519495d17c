import { listConsentTexts, signIn } from '@stazhirovka/contract/accounts';
import { enterByWelcome, getWelcome } from '@stazhirovka/contract/cohorts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { homeOf } from '#lib/server/home.ts';

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
		const password = textOf(data, 'password');
		const entered = await locals.call(enterByWelcome, { params, body: { password, consents } });
		if (!entered.ok) return orFail(entered.refusal, {});
		const signed = await locals.call(signIn, { body: { email: entered.value.email, password } });
		redirect(303, signed.ok ? homeOf(signed.value.me, '/my') : '/sign-in?reset&back=/my');
	}
};
