import { listRenewals } from '@stazhirovka/contract/applications';
import { closeFeed, getDue, openFeed } from '@stazhirovka/contract/plans';
import { orError, orFail } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const [answer, renewals] = await Promise.all([
		locals.call(getDue, { params }),
		locals.call(listRenewals, {})
	]);
	const { can, ...due } = orError(answer);
	const renewal = orError(renewals).find(({ id }) => id === params.id) ?? null;
	return { ...due, closeFeed: can.closeFeed, renewal };
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
