import type { Database, Tx } from '@stazhirovka/db';
import { journeysOf, type EnrolmentFacts } from '../../cohorts/index.ts';

/** Whether the final work is within reach for this intern: then something was learnt that a repetition can show. */
export async function isLastModuleOpen(
	db: Database | Tx,
	enrolment: EnrolmentFacts,
	now: Date
): Promise<boolean> {
	const [journey] = await journeysOf(db, enrolment, now, [enrolment.id]);
	const last = journey?.path.modules.at(-1)?.steps ?? [];
	const works = last.filter(({ kind }) => kind === 'final_work');
	return (works.length ? works : last).some(({ state }) => state !== 'locked');
}
