import { beginReport, listSiteReports } from '@stazhirovka/contract/plans';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	return { owed: orError(await locals.call(listSiteReports, { params: { id: params.id } })) };
}

export const actions = {
	async begin({ locals, params, request }) {
		const dueOn = textOrNull(await request.formData(), 'dueOn');
		const answer = await locals.call(beginReport, { params: { id: params.id }, body: { dueOn } });

		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/leader/sites/${params.id}/reports/${answer.value.id}`);
	}
};
