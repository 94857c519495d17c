import { beginPlan, listPlans } from '@stazhirovka/contract/plans';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const { name, kind, suggested } = orError(await locals.call(listPlans, { params }));
	return { name, kind, suggested };
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const typed = { from: textOf(data, 'from'), lastDay: textOrNull(data, 'lastDay') };
		const answer = await locals.call(beginPlan, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/leader/sites/${params.id}/plan?plan=${answer.value.id}`);
	}
};
