import { getCompletion } from '@stazhirovka/contract/certificates';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	return { completion: orError(await locals.call(getCompletion, { params: { id: params.enrolment } })) };
}
