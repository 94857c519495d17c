import { getCohort } from '@stazhirovka/contract/cohorts';
import { allocateReviews, announceResults, getBoard, moderateWork } from '@stazhirovka/contract/final-works';
import { isReason } from '@stazhirovka/domain/journal';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnBoard = RequestEvent<{ id: string }>;

/** The same page for those who run the cohort and for those who lead it: what each may do is told by the board. */
export async function loadBoard({ locals, params }: Pick<OnBoard, 'locals' | 'params'>) {
	signedIn(locals.actor);
	const [board, cohort] = await Promise.all([
		locals.call(getBoard, { params }),
		locals.call(getCohort, { params })
	]);
	return { board: orError(board), cohort: orError(cohort), now: new Date().toISOString() };
}

export const boardActions = {
	async allocate({ locals, params }: OnBoard) {
		const answer = await locals.call(allocateReviews, { params, body: {} });
		return answer.ok ? done('allocated') : orFail(answer.refusal, NOTHING);
	},

	async decide({ locals, request }: OnBoard) {
		const data = await request.formData();
		const id = textOf(data, 'work');
		const typed = { id, choice: textOf(data, 'choice'), reason: textOf(data, 'reason') };
		const body = { passed: typed.choice === 'passed', reason: typed.reason };
		const lack = typed.choice === '' ? 'choice' : isReason(typed.reason) ? null : 'reason';
		if (lack) return fail(422, { ...NOTHING, typed, problem: `final_work.${lack}_missing` });

		const answer = await locals.call(moderateWork, { params: { id }, body });
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, typed });
		const work = answer.value.works.find((decided) => decided.id === id);
		return done(work?.state === 'in_review' ? 'decided' : 'decided_revision');
	},

	async announce({ locals, params }: OnBoard) {
		const answer = await locals.call(announceResults, { params });
		return answer.ok ? done('announced') : orFail(answer.refusal, NOTHING);
	}
};

const NOTHING = { done: undefined, typed: undefined };

function done(what: 'allocated' | 'decided' | 'decided_revision' | 'announced') {
	return { ...NOTHING, done: what, problem: undefined, details: undefined };
}
