import { getCohort } from '@stazhirovka/contract/cohorts';
import { getDraftRound, setDraftRound } from '@stazhirovka/contract/draft-rounds';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnBoard = RequestEvent<{ id: string }>;

/** The same page for those who run the cohort and for those who lead it. */
export async function loadDraftRound({ locals, params }: Pick<OnBoard, 'locals' | 'params'>) {
	signedIn(locals.actor);
	const [round, cohort] = await Promise.all([
		locals.call(getDraftRound, { params }),
		locals.call(getCohort, { params })
	]);
	return { round: orError(round), cohort: orError(cohort) };
}

export const draftRoundActions = {
	open: async (event: OnBoard) => set(event, textOf(await event.request.formData(), 'lastDay')),
	close: (event: OnBoard) => set(event, null)
};

async function set({ locals, params, url }: OnBoard, lastDay: string | null) {
	const answer = await locals.call(setDraftRound, { params, body: { lastDay } });
	if (!answer.ok) return orFail(answer.refusal);
	redirect(303, url.pathname);
}
