import { listMyReviews } from '@stazhirovka/contract/final-works';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const reviews = orError(await locals.call(listMyReviews, { params: { id: params.enrolment } }));
	return { reviews, declined: url.searchParams.get('done') === 'declined' };
}
