import { listCohorts } from '@stazhirovka/contract/cohorts';
import { getTutorQueue } from '@stazhirovka/contract/tasks';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [queue, cohorts] = await Promise.all([locals.call(getTutorQueue, {}), locals.call(listCohorts, {})]);
	return { queue: orError(queue), cohorts: orError(cohorts).filter(({ can }) => can.run) };
}
