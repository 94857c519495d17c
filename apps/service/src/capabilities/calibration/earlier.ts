import type { Database, Tx } from '@stazhirovka/db';
import { changedCriteria } from '@stazhirovka/domain/calibration';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { earlierExamples } from './queries.ts';
import type { ExampleRow, Place } from './store.ts';

export type Earlier = { version: number; examples: ExampleRow[]; changed: string[] };

/** What an earlier version of the programme has to take over, and which criteria stand in the way. */
export async function findEarlier(
	db: Database | Tx,
	place: Place,
	{ document }: FrozenProgramme
): Promise<Earlier | null> {
	const rows = await earlierExamples(db, place);
	const [first] = rows;
	if (!first) return null;

	const earlier = await loadProgramme(db, first.example.programmeVersionId);
	const changed = changedCriteria(earlier.document.rubric.criteria, document.rubric.criteria);
	return { version: first.version, examples: rows.map(({ example }) => example), changed };
}
