import { getPlan, listPlans, proposeRow } from '@stazhirovka/contract/plans';
import { rowOf } from '#lib/plans/server/row-fields.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	const { plans } = orError(await locals.call(listPlans, { params }));
	const open = plans.find(({ state }) => state === 'draft' || state === 'returned');
	const id = url.searchParams.get('plan') ?? open?.id;
	const plan = id ? orError(await locals.call(getPlan, { params: { id } })) : null;
	return { plan };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const typed = rowOf(data);
		const answer = await locals.call(proposeRow, {
			params: { id: textOf(data, 'plan') },
			body: { row: typed }
		});
		if (!answer.ok) return orFail(answer.refusal, { typed, proposed: undefined });
		return { proposed: true, typed: undefined, problem: undefined, details: undefined };
	}
};
