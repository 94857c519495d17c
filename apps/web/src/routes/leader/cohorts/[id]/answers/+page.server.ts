import { agreeOnAnswers, getAnswering } from '@stazhirovka/contract/answering';
import { orError, orFail } from '#lib/server/answer.ts';
import { sentNumber } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { answering: orError(await locals.call(getAnswering, { params })) };
}

export const actions = {
	async agree({ locals, params, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const typed = { hours: said('hours'), wakesAt: said('wakesAt'), restsAt: said('restsAt') };
		const answer = await locals.call(agreeOnAnswers, {
			params,
			body: { ...typed, hours: sentNumber(typed.hours) }
		});
		if (!answer.ok) return orFail(answer.refusal, { typed, done: false });
		return { done: true, typed: undefined, problem: undefined, details: undefined };
	}
};
