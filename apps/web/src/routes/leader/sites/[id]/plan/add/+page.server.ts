import { addRow, getPlan } from '@stazhirovka/contract/plans';
import { error, redirect } from '@sveltejs/kit';
import { rowOf } from '#lib/plans/server/row-fields.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	const id = url.searchParams.get('plan') ?? '';
	const { rules, revision, can } = orError(await locals.call(getPlan, { params: { id } }));
	if (!can.write && !can.correct) error(404, 'plan.missing', { code: 'plan.missing' });
	return { planId: id, rules, revision, correcting: can.correct };
}

export const actions = {
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const id = url.searchParams.get('plan') ?? '';
		const typed = rowOf(data);
		const reason = textOrNull(data, 'reason');
		const body = { revision: Number(textOf(data, 'revision')), row: typed, reason };
		const answer = await locals.call(addRow, { params: { id }, body });
		if (!answer.ok) return orFail(answer.refusal, { typed, reason });
		redirect(303, `/leader/sites/${params.id}/plan?plan=${id}&row`);
	}
};
