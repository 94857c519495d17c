import { declareConflict, listMyExpertWork } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	return {
		...orError(await locals.call(listMyExpertWork, {})),
		done: url.searchParams.get('done')
	};
}

export const actions = {
	async declare({ locals, request }) {
		const data = await request.formData();
		const id = textOf(data, 'application');
		const typed = { conflict: textOf(data, 'conflict'), reason: textOf(data, 'reason') };
		const body = { conflict: typed.conflict !== 'no', reason: typed.reason };
		const answer = await locals.call(declareConflict, { params: { id }, body });
		if (!answer.ok) return orFail(answer.refusal, { id, typed });
		redirect(303, body.conflict ? '/expert?done=declared' : `/expert/applications/${id}`);
	}
};
