import { checkByNumber } from '@stazhirovka/contract/certificates';
import { fail } from '@sveltejs/kit';
import { textOf } from '#lib/server/form-text.ts';

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const typed = { number: textOf(data, 'number'), surname: textOf(data, 'surname') };
		const answer = await locals.call(checkByNumber, { body: typed });

		if (answer.ok) return { typed, document: answer.value, problem: undefined };
		return fail(answer.refusal.status, { typed, document: undefined, problem: answer.refusal.problem.code });
	}
};
