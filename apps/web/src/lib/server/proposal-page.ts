import { getCohort } from '@stazhirovka/contract/cohorts';
import { getProposal, releaseProposal } from '@stazhirovka/contract/final-works';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { propose } from '#lib/server/allocation-page.ts';

type OnProposal = RequestEvent<{ id: string; proposal: string }>;

export async function loadProposal({ locals, params }: Pick<OnProposal, 'locals' | 'params'>) {
	signedIn(locals.actor);
	const [proposal, cohort] = await Promise.all([
		locals.call(getProposal, { params: { id: params.proposal } }),
		locals.call(getCohort, { params: { id: params.id } })
	]);
	return { proposal: orError(proposal), cohort: orError(cohort) };
}

export const proposalActions = {
	propose: (event: OnProposal) => propose(event),

	async release({ locals, params, url }: OnProposal) {
		const answer = await locals.call(releaseProposal, { params: { id: params.proposal } });
		if (!answer.ok) return orFail(answer.refusal);
		const cohort = url.pathname.slice(0, url.pathname.indexOf('/allocation'));
		return redirect(303, `${cohort}/board?done=allocated`);
	}
};
