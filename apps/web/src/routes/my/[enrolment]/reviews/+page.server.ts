import { getMyCalibration } from '@stazhirovka/contract/calibration';
import { listMyReviews } from '@stazhirovka/contract/final-works';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const mine = { params: { id: params.enrolment } };
	const [reviews, calibration] = await Promise.all([
		locals.call(listMyReviews, mine),
		locals.call(getMyCalibration, mine)
	]);
	const declined = url.searchParams.get('done') === 'declined';
	return { reviews: orError(reviews), calibration: orError(calibration), declined };
}
