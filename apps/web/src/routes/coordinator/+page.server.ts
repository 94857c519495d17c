import { listCohorts } from '@stazhirovka/contract/cohorts';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	return { cohorts: orError(await locals.call(listCohorts, {})).filter(({ can }) => can.lead) };
}
