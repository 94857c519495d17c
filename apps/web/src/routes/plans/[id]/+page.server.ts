import { getPlan } from '@stazhirovka/contract/plans';
import { planActions } from '#lib/plans/server/plan-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { plan: orError(await locals.call(getPlan, { params })) };
}

/** Whoever has a word about a plan changes nothing in it. */
export const actions = { approve: planActions.approve, return: planActions.return };
