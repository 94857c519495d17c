import { getReviewFeedback } from '@stazhirovka/contract/results';
import { orNotYet } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const told = await locals.call(getReviewFeedback, { params: { id: params.enrolment } });
	return { feedback: orNotYet(told, 'results.not_announced') };
}
