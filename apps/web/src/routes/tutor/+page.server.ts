import { listCohorts } from '@stazhirovka/contract/cohorts';
import { getTutorQueue } from '@stazhirovka/contract/tasks';
import { orError } from '#lib/server/answer.ts';
import { enter } from '#lib/server/rooms.ts';

export async function load({ locals }) {
	enter(locals.actor, 'tutor');
	const [queue, cohorts] = await Promise.all([locals.call(getTutorQueue, {}), locals.call(listCohorts, {})]);
	return { queue: orError(queue), cohorts: orError(cohorts).filter(({ can }) => can.run) };
}
