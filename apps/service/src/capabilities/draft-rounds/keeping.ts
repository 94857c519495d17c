import { roundState } from '@stazhirovka/domain/draft-rounds';
import type { Deps } from '../../shell/context.ts';
import { findCohortFacts, lockCohort } from '../cohorts/index.ts';
import { giveDrafts } from './giving.ts';
import { draftsOfCohort } from './queries.ts';
import * as store from './store.ts';

/**
 * In every open round: what was not commented on in time goes to somebody else, and what has waited long enough gets
 * its readers. Each cohort is locked for its own transaction, so any number of processes may do it at once.
 */
export async function keepDraftRounds(deps: Pick<Deps, 'db' | 'now' | 'origin'>): Promise<void> {
	for (const cohortId of await store.openRounds(deps.db, deps.now())) {
		await deps.db.transaction(async (tx) => {
			await lockCohort(tx, cohortId);
			const round = await store.findRound(tx, cohortId);
			const cohort = await findCohortFacts(tx, cohortId);
			if (!round || !cohort || roundState(round, deps.now()) !== 'open') return;

			const drafts = await draftsOfCohort(tx, cohortId);
			const readings = await store.readingsOf(
				tx,
				drafts.map(({ draft }) => draft.id)
			);
			const over = readings.filter(({ sentAt, lapsedAt, dueAt }) => {
				return sentAt === null && lapsedAt === null && dueAt <= deps.now();
			});
			await store.lapse(
				tx,
				over.map(({ id }) => id),
				deps.now()
			);
			await giveDrafts(tx, { ...deps, actor: null }, cohort, round);
		});
	}
}
