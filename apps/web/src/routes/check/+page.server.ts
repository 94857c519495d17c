import { checkByNumber } from '@stazhirovka/contract/certificates';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const typed = { number: textOf(data, 'number'), surname: textOf(data, 'surname') };
		const answer = await locals.call(checkByNumber, { body: typed });

		if (answer.ok) return { typed, document: answer.value, problem: undefined, details: undefined };
		return orFail(answer.refusal, { typed, document: undefined });
	}
};
