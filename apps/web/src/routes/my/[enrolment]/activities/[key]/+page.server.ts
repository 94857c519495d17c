import { getActivity } from '@stazhirovka/contract/cohorts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const { enrolment: id, key } = params;
	return { activity: orError(await locals.call(getActivity, { params: { id, key } })) };
}
