import { listMyReviews } from '@stazhirovka/contract/final-works';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { reviews: orError(await locals.call(listMyReviews, { params: { id: params.enrolment } })) };
}
