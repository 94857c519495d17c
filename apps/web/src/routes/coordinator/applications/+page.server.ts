import { listApplicationQueue } from '@stazhirovka/contract/applications';
import { APPLICATION_STATES } from '@stazhirovka/domain/sites';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const state = APPLICATION_STATES.find((known) => known === url.searchParams.get('state'));
	const regulation = url.searchParams.get('regulation') || undefined;
	const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1);
	const queue = orError(
		await locals.call(listApplicationQueue, { querystring: { state, regulation, page } })
	);
	return { ...queue, filter: { state, regulation, page } };
}
