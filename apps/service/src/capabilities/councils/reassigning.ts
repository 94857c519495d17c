import type { Tx } from '@stazhirovka/db';
import { randomInt } from 'node:crypto';
import type { Ctx } from '../../shell/context.ts';
import { record } from '../../shell/journal.ts';
import { tellReviewers } from './letters.ts';
import { giveBackLost, planMissing } from './planning.ts';
import { insertAssignments } from './reviews-store.ts';
import type { CouncilRow } from './store.ts';

const SEEDS = 2 ** 31;

/** Reviews are drawn by chance that nobody can foresee; the seed is kept in the journal. */
export function newSeed(): number {
	return randomInt(SEEDS);
}

/**
 * After somebody fell out: gives the slots back and hands them on at once, released where they were released. What
 * nobody can take is a shortage that the coordinators see. The caller holds the council's lock.
 */
export async function reassign(tx: Tx, ctx: Ctx, council: CouncilRow): Promise<void> {
	const lost = await giveBackLost(tx, ctx, council);
	if (lost.length === 0) return;

	const seed = newSeed();
	const only = [...new Set(lost.map(({ expertiseId }) => expertiseId))];
	const { pairs } = await planMissing(tx, ctx, { council, seed, only });
	const released = new Set(lost.filter(({ releasedAt }) => releasedAt).map(({ expertiseId }) => expertiseId));
	const rows = pairs.map((pair) => ({
		...pair,
		releasedAt: released.has(pair.expertiseId) ? ctx.now() : null
	}));
	await insertAssignments(tx, rows);
	await tellReviewers(
		tx,
		ctx,
		council,
		rows.filter(({ releasedAt }) => releasedAt !== null)
	);
	const noted = { seed, lost: lost.map(({ personId, expertiseId }) => ({ personId, expertiseId })), pairs };
	await record(tx, ctx, 'expertise.reassigned', { id: council.id }, noted);
}
