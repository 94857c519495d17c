import type { CohortDiagnosis } from '@stazhirovka/contract/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { enterCohort, toPerson } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { countBegun, personNamed } from './queries.ts';
import { rulesOf } from './situation.ts';
import { findRules } from './store.ts';

/** How a cohort takes the diagnosis, for its tutors and leaders. */
export async function readCohortDiagnosis(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	id: string
): Promise<CohortDiagnosis> {
	const cohort = await enterCohort(db, actor, id, 'tutor', 'leader');
	const [{ document }, rules, row, begun] = await Promise.all([
		loadProgramme(db, cohort.programmeVersionId),
		rulesOf(db, cohort.cohortId),
		findRules(db, cohort.cohortId),
		countBegun(db, cohort.cohortId)
	]);
	const by = row && (await personNamed(db, row.setBy));

	return {
		cohort: { id: cohort.cohortId, title: cohort.cohortTitle },
		rules,
		setAt: row?.setAt.toISOString() ?? null,
		setBy: by ? toPerson(by) : null,
		programmeMinutes: document.diagnostic.minutes,
		items: document.diagnostic.items.length,
		begun,
		can: { change: cohort.as.includes('leader') }
	};
}
