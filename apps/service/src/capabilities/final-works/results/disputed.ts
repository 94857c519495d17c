import type { Database, Tx } from '@stazhirovka/db';
import { missing } from '../../../shell/errors.ts';
import { resultsOf, type ResultRow } from '../store.ts';

/** The result that holds, and the newest marks by criterion: a decision after a revision has none of its own. */
export type Holding = { result: ResultRow; marks: Record<string, number> | null };

export async function holdingResult(db: Database | Tx, workId: string): Promise<Holding> {
	const results = await resultsOf(db, [workId]);
	const result = results.at(-1) ?? missing('cohort');
	return { result, marks: results.findLast(({ medians }) => medians !== null)?.medians ?? null };
}
