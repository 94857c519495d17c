import { refuseDigest } from '@stazhirovka/contract/answering';
import { orFail } from '#lib/server/answer.ts';

export const actions = {
	/** One press, and nobody signs in: whoever has the letter may stop the letters. */
	async default({ locals, params }) {
		const answer = await locals.call(refuseDigest, { params });
		return answer.ok ? { refused: true, problem: undefined } : orFail(answer.refusal, { refused: false });
	}
};
