import { getCohort } from '@stazhirovka/contract/cohorts';
import { announceResults, getBoard, moderateWork } from '@stazhirovka/contract/final-works';
import { isReason } from '@stazhirovka/domain/journal';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnBoard = RequestEvent<{ id: string }>;

/** The same page for those who run the cohort and for those who lead it: what each may do is told by the board. */
export async function loadBoard({ locals, params, url }: Pick<OnBoard, 'locals' | 'params' | 'url'>) {
	signedIn(locals.actor);
	const [board, cohort] = await Promise.all([
		locals.call(getBoard, { params }),
		locals.call(getCohort, { params })
	]);
	return {
		board: orError(board),
		cohort: orError(cohort),
		now: new Date().toISOString(),
		/** What was done a moment ago: it stands in the address, so that a reload does nothing again. */
		done: url.searchParams.get('done')
	};
}

export const boardActions = {
	async decide({ locals, request, url }: OnBoard) {
		const data = await request.formData();
		const id = textOf(data, 'work');
		const typed = { id, choice: textOf(data, 'choice'), reason: textOf(data, 'reason') };
		const body = { passed: typed.choice === 'passed', reason: typed.reason };
		const lack = typed.choice === '' ? 'choice' : isReason(typed.reason) ? null : 'reason';
		if (lack) return fail(422, { typed, problem: `final_work.${lack}_missing`, details: undefined });

		const answer = await locals.call(moderateWork, { params: { id }, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		const work = answer.value.works.find((decided) => decided.id === id);
		leadTo(url, work?.state === 'in_review' ? 'decided' : 'decided_revision');
	},

	async announce({ locals, params, url }: OnBoard) {
		const answer = await locals.call(announceResults, { params });
		if (!answer.ok) return orFail(answer.refusal, { typed: undefined });
		leadTo(url, 'announced');
	}
};

/** Back to the same page, under whichever cohort it stands. */
function leadTo({ pathname }: URL, done: 'decided' | 'decided_revision' | 'announced'): never {
	redirect(303, `${pathname}?done=${done}`);
}
