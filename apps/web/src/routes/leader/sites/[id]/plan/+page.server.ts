import { getPlan, listPlans } from '@stazhirovka/contract/plans';
import { planActions } from '#lib/plans/server/plan-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url, parent }) {
	const { plans, name, can } = orError(await locals.call(listPlans, { params: { id: params.id } }));
	const { today } = (await parent()).site;
	const current = plans.find(({ from, lastDay }) => from <= today && (lastDay === null || today <= lastDay));
	const asked = url.searchParams.get('plan') ?? (current ?? plans[0])?.id;
	const plan = asked ? orError(await locals.call(getPlan, { params: { id: asked } })) : null;
	const done = ['copied', 'row', 'removed'].find((what) => url.searchParams.has(what));
	return { plans, name, canBegin: can.begin, plan, done };
}

export const actions = planActions;
