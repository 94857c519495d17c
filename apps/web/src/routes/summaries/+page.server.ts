import { listExports, listSummaries } from '@stazhirovka/contract/summaries';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	const me = signedIn(locals.actor);
	const [summaries, files] = await Promise.all([
		locals.call(listSummaries, {}),
		locals.call(listExports, {})
	]);
	return { summaries: orError(summaries), files: orError(files), keeps: me.homes.coordinator };
}
