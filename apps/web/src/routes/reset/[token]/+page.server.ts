import { resetPassword } from '@stazhirovka/contract/accounts';
import { redirect } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export const actions = {
	async default({ locals, request, params }) {
		const password = textOf(await request.formData(), 'password');
		const answer = await locals.call(resetPassword, { params, body: { password } });

		if (!answer.ok) return orFail(answer.refusal, {});
		redirect(303, '/sign-in?reset');
	}
};
