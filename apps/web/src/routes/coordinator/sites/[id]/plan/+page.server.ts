import { addFormat, getPlan, listFormats, listPlans, removeFormat } from '@stazhirovka/contract/plans';
import { getMySite } from '@stazhirovka/contract/staff';
import { planActions } from '#lib/plans/server/plan-actions.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const at = { params: { id: params.id } };
	const [site, listed, formats] = await Promise.all([
		locals.call(getMySite, at),
		locals.call(listPlans, at),
		locals.call(listFormats, at)
	]);
	const { plans, name } = orError(listed);
	const waiting = plans.find(({ state }) => state === 'sent' || state === 'agreed' || state === 'approved');
	const asked = url.searchParams.get('plan') ?? waiting?.id ?? plans[0]?.id;
	const plan = asked ? orError(await locals.call(getPlan, { params: { id: asked } })) : null;
	return { site: orError(site), plans, name, plan, formats: orError(formats) };
}

const { approve, return: giveBack } = planActions;

export const actions = {
	approve,
	return: giveBack,

	async addFormat({ locals, params, request }) {
		const title = textOf(await request.formData(), 'title').trim();
		const answer = await locals.call(addFormat, { params: { id: params.id }, body: { title } });
		if (!answer.ok) return orFail(answer.refusal, { done: undefined });
	},

	async removeFormat({ locals, request }) {
		const id = textOf(await request.formData(), 'format');
		const answer = await locals.call(removeFormat, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal, { done: undefined });
	}
};
