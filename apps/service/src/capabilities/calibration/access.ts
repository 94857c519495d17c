import type { Database, Tx } from '@stazhirovka/db';
import { exampleSheet } from '@stazhirovka/domain/calibration';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort } from '../cohorts/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { findExample } from './store.ts';

/** Examples are kept by those who run or lead a cohort of the programme. */
export async function enterExamples(db: Database | Tx, actor: Actor, cohortId: string) {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const programme = await loadProgramme(db, cohort.programmeVersionId);
	return { cohort, programme };
}

/** One that is not there is answered in the words of the cohort's door. */
export async function enterExample(
	db: Database | Tx,
	actor: Actor,
	{ id, example }: { id: string; example: string }
) {
	const { cohort, programme } = await enterExamples(db, actor, id);
	const row = (await findExample(db, cohort, example)) ?? missing('cohort');
	return { cohort, programme, example: row, definition: definitionOf(programme) };
}

function definitionOf({ forms, document }: FrozenProgramme) {
	const { definition } = forms.get('final_work') ?? missing('form');
	return exampleSheet(definition, document.rubric.criteria);
}
