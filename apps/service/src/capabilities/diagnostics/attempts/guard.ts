import type { Database, Tx } from '@stazhirovka/db';
import { asksToBegin, endOf, isOver, NO_ALLOWANCE } from '@stazhirovka/domain/diagnostics';
import { fail } from '../../../shell/errors.ts';
import { isBegun, type Sheet } from '../../forms/index.ts';
import { rulesOf } from './situation.ts';
import * as store from './store.ts';

/**
 * The questions are shown, saved and sent only in an attempt: where there is a clock or an order, somebody has begun it
 * (R123). Whoever had begun before the leader set a clock goes on without one.
 */
export async function stopUnlessBegun(db: Database | Tx, { slot }: Sheet): Promise<void> {
	if (await attemptOf(db, slot)) return;
	const isFirst = slot.occasion === '';
	if (isFirst && !asksToBegin(await rulesOf(db, slot.cohortId))) return;
	if (!isFirst || !(await isBegun(db, { slot }))) fail('refused', 'diagnosis.not_begun');
}

/** Nothing is written after the end of the time, by the clock of the service: what was saved until then counts. */
export async function stopAtEnd(db: Database | Tx, { slot }: Sheet, now: Date): Promise<void> {
	const attempt = await attemptOf(db, slot);
	if (!attempt || attempt.closedBy || attempt.minutes === null) return;
	const extra = (await store.findAllowance(db, attempt.enrolmentId)) ?? NO_ALLOWANCE;
	if (isOver(endOf(attempt, extra), now)) fail('refused', 'diagnosis.time_over');
}

async function attemptOf(db: Database | Tx, { enrolmentId, occasion }: Sheet['slot']) {
	const rows = enrolmentId ? await store.findAttempts(db, enrolmentId) : [];
	return rows.find((row) => row.occasion === occasion);
}
