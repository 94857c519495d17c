import type { Ctx } from '../../../../shell/context.ts';
import { record } from '../../../../shell/journal.ts';
import { closeAsSaved, sheetOf } from '../../../forms/index.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import { overdueAttempts, type Overdue } from '../queries.ts';
import { settleCard } from '../settling.ts';
import * as store from '../store.ts';

type Clock = Pick<Ctx, 'db' | 'now'>;

/**
 * Closes the attempts whose time is over, of everybody or of one intern: what was saved counts. Several processes may
 * do it at once; each attempt is closed once. Tells whether there were any.
 */
export async function closeOverdue({ db, now }: Clock, enrolmentId?: string): Promise<boolean> {
	const overdue = await overdueAttempts(db, now(), enrolmentId);
	for (const attempt of overdue) await close({ db, now }, attempt);
	return overdue.length > 0;
}

async function close({ db, now }: Clock, attempt: Overdue): Promise<void> {
	const { enrolmentId, occasion, cohortId, programmeVersionId, personId } = attempt;
	const nobody = { actor: null, now };
	await db.transaction(async (tx) => {
		await store.queueForAttempts(tx, enrolmentId);
		const still = await overdueAttempts(tx, now(), enrolmentId);
		if (!still.some((one) => one.occasion === occasion)) return;
		await store.closeAttempt(tx, attempt, 'time');

		const programme = await loadProgramme(tx, programmeVersionId);
		const sheet = sheetOf(programme, 'diagnostic', { cohortId, enrolmentId }, occasion);
		await closeAsSaved(tx, sheet, { personId, at: now() });
		await record(tx, nobody, 'diagnosis.time_over', { id: enrolmentId, cohortId }, { occasion });
		await settleCard(tx, nobody, { id: enrolmentId, cohortId, programmeVersionId }, occasion);
	});
}
