import { listMyApplications, listOpenings, listRenewals } from '@stazhirovka/contract/applications';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [mine, openings, renewals] = await Promise.all([
		locals.call(listMyApplications, {}),
		locals.call(listOpenings, {}),
		locals.call(listRenewals, {})
	]);
	return { applications: orError(mine), ...orError(openings), renewals: orError(renewals) };
}
