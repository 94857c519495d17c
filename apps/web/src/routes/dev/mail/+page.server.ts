import { listOutbox } from '@stazhirovka/contract/accounts';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { letters: orError(await locals.call(listOutbox, {})) };
}
