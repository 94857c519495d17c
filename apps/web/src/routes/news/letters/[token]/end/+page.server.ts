import { unsubscribe } from '@stazhirovka/contract/subscriptions';
import { orFail } from '#lib/server/answer.ts';

export const actions = {
	/** One press, and nobody signs in: whoever has the letter may do it. */
	async default({ locals, params }) {
		const answer = await locals.call(unsubscribe, { params });
		return answer.ok ? { done: true, problem: undefined } : orFail(answer.refusal, { done: false });
	}
};
