import type { SentTask } from '@stazhirovka/contract/tasks';
import type { Ctx } from '../../shell/context.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { submissionsOf } from './store.ts';

/** What an intern has sent, whatever has become of it, so that the tutor finds it again after the queue. */
export async function readSentTasks(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	enrolmentId: string
): Promise<SentTask[]> {
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'tutor');
	const sent = await submissionsOf(db, enrolment.id);

	return sent.map(({ id, task, state, sentAt }) => ({ id, task, state, sentAt: sentAt.toISOString() }));
}
