import { listNews } from '@stazhirovka/contract/portal';
import { subscribe } from '@stazhirovka/contract/subscriptions';
import { SUBSCRIPTION_TOPICS } from '@stazhirovka/domain/subscriptions';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	return { news: orError(await locals.call(listNews, {})) };
}

export const actions = {
	/** Nobody signs in; whether the address is subscribed already is told to nobody. */
	async default({ locals, request }) {
		const data = await request.formData();
		const topics = SUBSCRIPTION_TOPICS.filter((topic) => data.getAll('topics').includes(topic));
		const typed = { email: textOf(data, 'email'), topics };
		const answer = await locals.call(subscribe, { body: typed });
		return answer.ok
			? { sent: true, typed: undefined, problem: undefined, details: undefined }
			: orFail(answer.refusal, { sent: false, typed });
	}
};
