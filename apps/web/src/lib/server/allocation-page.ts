import { getCohort } from '@stazhirovka/contract/cohorts';
import {
	addReserve,
	declareConflict,
	getAllocationDesk,
	proposeAllocation,
	removeReserve,
	takeReview,
	Way,
	withdrawConflict
} from '@stazhirovka/contract/final-works';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

type OnDesk = RequestEvent<{ id: string }>;

/** The same page for those who run the cohort and for those who lead it. */
export async function loadDesk({ locals, params, url }: Pick<OnDesk, 'locals' | 'params' | 'url'>) {
	signedIn(locals.actor);
	const [desk, cohort] = await Promise.all([
		locals.call(getAllocationDesk, { params }),
		locals.call(getCohort, { params })
	]);
	return { desk: orError(desk), cohort: orError(cohort), done: url.searchParams.get('done') };
}

/** Draws a proposal and leads to it, from the desk or from another proposal. */
export async function propose({ locals, params, request, url }: OnDesk) {
	const data = await request.formData();
	const seed = textOrNull(data, 'seed');
	if (seed !== null && !/^[0-9]{1,15}$/.test(seed))
		return fail(422, { problem: 'allocation.seed_wrong', details: undefined });
	const way = Way.safeParse(textOf(data, 'way'));
	const silent = data.getAll('silent').map(String);
	const body = { seed: seed === null ? null : Number(seed), way: way.success ? way.data : null, silent };
	const answer = await locals.call(proposeAllocation, { params: { id: params.id }, body });
	if (!answer.ok) return orFail(answer.refusal);
	const desk = url.pathname.slice(0, url.pathname.indexOf('/allocation'));
	return redirect(303, `${desk}/allocation/${answer.value.id}`);
}

export const deskActions = {
	propose,

	async add({ locals, params, request, url }: OnDesk) {
		const personId = textOf(await request.formData(), 'person');
		const answer = await locals.call(addReserve, { params, body: { personId } });
		if (!answer.ok) return orFail(answer.refusal);
		return leadTo(url, 'reserve');
	},

	async remove({ locals, params, request, url }: OnDesk) {
		const reviewer = textOf(await request.formData(), 'reviewer');
		const answer = await locals.call(removeReserve, { params: { id: params.id, reviewer } });
		if (!answer.ok) return orFail(answer.refusal);
		return leadTo(url, 'reserve');
	},

	async declare({ locals, params, request, url }: OnDesk) {
		const data = await request.formData();
		const [first, second] = [textOf(data, 'first'), textOf(data, 'second')];
		const body = { first, second, reason: textOf(data, 'reason') };
		const answer = await locals.call(declareConflict, { params, body });
		if (!answer.ok) return orFail(answer.refusal);
		return leadTo(url, 'conflict');
	},

	async withdraw({ locals, request, url }: OnDesk) {
		const id = textOf(await request.formData(), 'conflict');
		const answer = await locals.call(withdrawConflict, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
		return leadTo(url, 'withdrawn');
	},

	async take({ locals, request }: OnDesk) {
		const id = textOf(await request.formData(), 'work');
		const answer = await locals.call(takeReview, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
		return redirect(303, `/reviews/${answer.value.id}`);
	}
};

function leadTo({ pathname }: URL, done: 'reserve' | 'conflict' | 'withdrawn'): never {
	redirect(303, `${pathname}?done=${done}`);
}
