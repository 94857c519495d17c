import { getDigestWish, setDigestWish } from '@stazhirovka/contract/answering';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	return orError(await locals.call(getDigestWish, {}));
}

export const actions = {
	async default({ locals, request }) {
		const wanted = textOf(await request.formData(), 'wanted') === 'yes';
		const answer = await locals.call(setDigestWish, { body: { wanted } });
		return answer.ok ? { saved: true, problem: undefined } : orFail(answer.refusal, { saved: false });
	}
};
