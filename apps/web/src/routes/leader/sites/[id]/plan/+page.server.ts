import { getPlan, listPlans, listSiteReports } from '@stazhirovka/contract/plans';
import { yearOf } from '#lib/plans/server/timeline.ts';
import { planActions } from '#lib/plans/server/plan-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url, parent }) {
	const { plans, name, can } = orError(await locals.call(listPlans, { params: { id: params.id } }));
	const { site } = await parent();
	const { today } = site;
	const current = plans.find(({ from, lastDay }) => from <= today && (lastDay === null || today <= lastDay));
	const asked = url.searchParams.get('plan') ?? (current ?? plans[0])?.id;
	const plan = asked ? orError(await locals.call(getPlan, { params: { id: asked } })) : null;
	const done = ['copied', 'row', 'removed'].find((what) => url.searchParams.has(what));
	const owed =
		plan && site.can.read ? await locals.call(listSiteReports, { params: { id: params.id } }) : null;
	const year = plan && yearOf(plan, owed?.ok ? owed.value : null, site.lastDay);
	return { plans, name, canBegin: can.begin, plan, year, done };
}

export const actions = planActions;
