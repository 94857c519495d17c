import { askPasswordReset } from '@stazhirovka/contract/accounts';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export const actions = {
	async default({ locals, request }) {
		const email = textOf(await request.formData(), 'email');
		const answer = await locals.call(askPasswordReset, { body: { email } });

		return answer.ok ? { sent: true, problem: undefined } : orFail(answer.refusal, { sent: false });
	}
};
