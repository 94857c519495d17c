import { listOwnDocuments } from '@stazhirovka/contract/portfolio';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return orError(await locals.call(listOwnDocuments, {}));
}
