import { closeFeed, getDue, openFeed } from '@stazhirovka/contract/plans';
import { orError, orFail } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const { can, ...due } = orError(await locals.call(getDue, { params }));
	return { ...due, closeFeed: can.closeFeed };
}

export const actions = {
	async open({ locals, params }) {
		const answer = await locals.call(openFeed, { params });
		if (!answer.ok) return orFail(answer.refusal, { address: undefined });
		return { address: answer.value.address, problem: undefined, details: undefined };
	},

	async close({ locals, params }) {
		const answer = await locals.call(closeFeed, { params });
		if (!answer.ok) return orFail(answer.refusal, { address: undefined });
	}
};
