import { listForum } from '@stazhirovka/contract/final-works';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, parent }) {
	const { path } = await parent();
	return { works: orError(await locals.call(listForum, { params: { id: path.cohortId } })) };
}
