import { listMyApplications, listOpenings } from '@stazhirovka/contract/applications';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [mine, openings] = await Promise.all([
		locals.call(listMyApplications, {}),
		locals.call(listOpenings, {})
	]);
	return { applications: orError(mine), ...orError(openings) };
}
