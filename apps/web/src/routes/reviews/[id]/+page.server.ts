import { getReview, listReserveReviews } from '@stazhirovka/contract/final-works';
import { orError, signedIn } from '#lib/server/answer.ts';
import { reviewActions, showReview } from '#lib/server/review-page.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const [told, list] = await Promise.all([
		locals.call(getReview, { params: { id: params.id } }),
		locals.call(listReserveReviews, {})
	]);
	return showReview({ locals }, orError(told), orError(list));
}

export const actions = reviewActions(() => '/reviews');
