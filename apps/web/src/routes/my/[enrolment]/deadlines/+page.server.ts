import { getPersonDeadlines } from '@stazhirovka/contract/deadlines';
import { feedActions } from '#lib/consultations/server/feed-actions.ts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { own: orError(await locals.call(getPersonDeadlines, { params: { id: params.enrolment } })) };
}

export const actions = feedActions;
