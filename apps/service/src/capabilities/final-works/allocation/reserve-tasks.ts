import type { ReserveReview } from '@stazhirovka/contract/final-works';
import type { Ctx } from '../../../shell/context.ts';
import { toReviewTask } from '../view.ts';
import { reserveTasks } from './queries.ts';

/** Reviews that I am to write without being an intern of the cohort. */
export async function readReserveReviews({
	db,
	actor,
	now
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<ReserveReview[]> {
	const tasks = await reserveTasks(db, actor.personId);
	return tasks.map(({ cohort, ...task }) => ({ ...toReviewTask(task, now()), cohort }));
}
