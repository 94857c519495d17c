import { listFaq } from '@stazhirovka/contract/portal';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { questions: orError(await locals.call(listFaq, {})) };
}
