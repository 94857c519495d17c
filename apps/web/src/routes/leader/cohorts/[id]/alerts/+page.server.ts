import { getAlerts, setAlertRules } from '@stazhirovka/contract/alerts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { readNumber } from '#lib/forms/numbers.ts';
import { textOf } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';

export async function load({ locals, params, url }) {
	const { rules, revision, can } = orError(await locals.call(getAlerts, { params }));
	return { rules, revision, can, saved: url.searchParams.has('saved') };
}

export const actions = {
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const typed = {
			silent: said('silent'),
			unchecked: said('unchecked'),
			deadline: said('deadline'),
			review: said('review')
		};
		const rules = {
			silent: readNumber(typed.silent),
			unchecked: readNumber(typed.unchecked),
			deadline: readNumber(typed.deadline),
			review: readNumber(typed.review)
		};
		const body = { revision: Number(said('revision')), rules };
		const answer = await sendTyped(locals.call, setAlertRules, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		return redirect(303, `${url.pathname}?saved`);
	}
};
