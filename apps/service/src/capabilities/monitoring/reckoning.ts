import type { Database, Tx } from '@stazhirovka/db';
import { deficitSums } from '@stazhirovka/domain/indicators';
import type { DeficitRow } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../shell/context.ts';
import { cardPairs } from '../diagnostics/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import * as store from './reckoning-store.ts';
import { reckonTutors } from './tutors-store.ts';

type Cohort = { id: string; programmeVersionId: string };

const AT_ONCE = 50;

/**
 * Counts the stored figures of cohorts anew from their records: the one way in which these are ever written. The same
 * records give the same figures, however often and in whatever order it is done.
 */
async function reckonCohorts(db: Database, now: Date, cohorts: Iterable<Cohort>): Promise<void> {
	const all = [...cohorts];
	const ids = all.map(({ id }) => id);
	if (ids.length === 0) return;
	await db.transaction(async (tx) => {
		await store.beginReckoning(tx, ids, now);
		await store.reckonAll(tx, ids);
		for (const cohort of all) await store.insertDeficits(tx, await deficitsOf(tx, cohort));
		await store.reckonReduction(tx, ids);
		await reckonTutors(tx, ids);
	});
}

/** Everything in which something was decided since it was counted last; several processes may do it at once. */
export async function keepFigures(
	{ db, now }: Pick<Ctx, 'db' | 'now'>,
	isStopped: () => boolean = () => false
): Promise<void> {
	const seen = new Set<string>();
	for (;;) {
		const stale = await store.staleCohorts(db, AT_ONCE + seen.size);
		const next = [...stale].filter(({ id }) => !seen.has(id)).slice(0, AT_ONCE);
		if (next.length === 0 || isStopped()) return;
		await reckonCohorts(db, now(), next);
		for (const { id } of next) seen.add(id);
	}
}

async function deficitsOf(tx: Tx, { id: cohortId, programmeVersionId }: Cohort) {
	const programme = await loadProgramme(tx, programmeVersionId);
	const pairs = await cardPairs(tx, cohortId, programme);
	const levels = (rows: readonly DeficitRow[]) =>
		Object.fromEntries(rows.map(({ deficit, level }) => [deficit, level]));
	const sums = deficitSums(
		programme.rules.diagnostic.deficits,
		pairs.map(({ before, after }) => ({ before: levels(before), after: after && levels(after) }))
	);
	return sums
		.filter(({ carded }) => carded > 0)
		.map((row) => ({
			...row,
			cohortId,
			title: programme.document.deficits.find(({ key }) => key === row.deficit)?.title ?? row.deficit
		}));
}
