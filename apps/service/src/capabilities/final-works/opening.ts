import type { Database, Tx } from '@stazhirovka/db';
import type { OpeningFacts } from '@stazhirovka/domain/final-works';
import { areAllSent, openTasks } from '@stazhirovka/domain/tasks';
import { findRoute } from '../learning-routes/index.ts';
import { findEffectivenessCard, submissionsOf } from '../tasks/index.ts';

/** What opens module 3 for an intern: all tasks of the agreed route sent, the effectiveness card posted. */
export async function openingFacts(db: Database | Tx, enrolmentId: string): Promise<OpeningFacts> {
	const [route, sent, card] = await Promise.all([
		findRoute(db, enrolmentId),
		submissionsOf(db, enrolmentId),
		findEffectivenessCard(db, enrolmentId)
	]);
	const agreed = route?.state === 'agreed';
	const tasks = openTasks({ agreed, tasks: route?.items.map(({ task }) => task) ?? [] }, sent);

	return { tasksSent: agreed && areAllSent(tasks), effectivenessCardPosted: card !== undefined };
}
