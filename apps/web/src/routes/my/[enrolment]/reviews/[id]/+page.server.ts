import { getReview, listMyReviews } from '@stazhirovka/contract/final-works';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError } from '#lib/server/answer.ts';
import { reviewActions, showReview } from '#lib/server/review-page.ts';

type OnReview = RequestEvent<{ enrolment: string; id: string }>;

export async function load({ locals, params }) {
	const [told, list] = await Promise.all([
		locals.call(getReview, { params: { id: params.id } }),
		locals.call(listMyReviews, { params: { id: params.enrolment } })
	]);
	if (!told.ok && told.refusal.code === 'review.calibrate_first')
		redirect(303, `/my/${params.enrolment}/reviews/calibration`);
	return showReview({ locals }, orError(told), orError(list));
}

export const actions = reviewActions<OnReview>(({ params }) => `/my/${params.enrolment}/reviews`);
