import { joinSpace } from '@stazhirovka/contract/spaces';
import { redirect } from '@sveltejs/kit';
import { orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export function load({ locals }) {
	signedIn(locals.actor);
}

export const actions = {
	async come({ locals, request }) {
		const data = await request.formData();
		const [id, token] = [textOf(data, 'id'), textOf(data, 'token')];
		const answer = await locals.call(joinSpace, { params: { id }, body: { token } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/chat/${answer.value.roomId}`);
	}
};
