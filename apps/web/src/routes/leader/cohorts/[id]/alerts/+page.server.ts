import { getAlerts, setAlertRules } from '@stazhirovka/contract/alerts';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { sentNumber } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

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
			silent: sentNumber(typed.silent),
			unchecked: sentNumber(typed.unchecked),
			deadline: sentNumber(typed.deadline),
			review: sentNumber(typed.review)
		};
		const body = { revision: Number(said('revision')), rules };
		const answer = await locals.call(setAlertRules, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		return redirect(303, `${url.pathname}?saved`);
	}
};
