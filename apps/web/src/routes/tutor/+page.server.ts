import { listProgrammeDrafts } from '@stazhirovka/contract/authoring';
import { listOpenQuestions, waiveAnswer } from '@stazhirovka/contract/answering';
import { listCohorts } from '@stazhirovka/contract/cohorts';
import { listReserveReviews } from '@stazhirovka/contract/final-works';
import { getTutorQueue } from '@stazhirovka/contract/tasks';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { enter } from '#lib/server/rooms.ts';

export async function load({ locals }) {
	enter(locals.actor, 'tutor');
	const [queue, questions, cohorts, reviews, drafts] = await Promise.all([
		locals.call(getTutorQueue, {}),
		locals.call(listOpenQuestions, {}),
		locals.call(listCohorts, {}),
		locals.call(listReserveReviews, {}),
		locals.call(listProgrammeDrafts, {})
	]);
	const asked = orError(questions);
	// What waits for an answer stands among the questions; a thread that was answered and not opened stays here.
	const elsewhere = new Set(asked.map(({ roomId }) => roomId));
	return {
		queue: orError(queue).filter(({ kind, id }) => kind !== 'thread' || !elsewhere.has(id)),
		questions: asked,
		reviews: orError(reviews),
		writes: orError(drafts).drafts.length > 0,
		cohorts: orError(cohorts).filter(({ can }) => can.run)
	};
}

export const actions = {
	async waive({ locals, request }) {
		const data = await request.formData();
		const answer = await locals.call(waiveAnswer, {
			params: { id: textOf(data, 'room') },
			body: { lastSeq: Number(textOf(data, 'lastSeq')) }
		});
		if (!answer.ok) return orFail(answer.refusal, { waived: false });
		return { waived: true, problem: undefined, details: undefined };
	}
};
