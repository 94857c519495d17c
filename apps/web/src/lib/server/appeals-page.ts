import { getCohort } from '@stazhirovka/contract/cohorts';
import { listAppeals, setAppealRule } from '@stazhirovka/contract/results';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnAppeals = RequestEvent<{ id: string }>;

/** The same page for those who run the cohort and for those who lead it. */
export async function loadAppeals({ locals, params, url }: Pick<OnAppeals, 'locals' | 'params' | 'url'>) {
	signedIn(locals.actor);
	const [appeals, cohort] = await Promise.all([
		locals.call(listAppeals, { params }),
		locals.call(getCohort, { params })
	]);
	return { appeals: orError(appeals), cohort: orError(cohort), done: url.searchParams.has('done') };
}

export const appealsActions = {
	async rule({ locals, params, request, url }: OnAppeals) {
		const mayLower = textOf(await request.formData(), 'rule') === 'any';
		const answer = await locals.call(setAppealRule, { params, body: { mayLower } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `${url.pathname}?done`);
	}
};
