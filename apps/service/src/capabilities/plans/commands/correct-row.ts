import { isReason } from '@stazhirovka/domain/journal';
import { asksDays, daysFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterRowToWork } from '../access.ts';
import { isHeld } from '../executions-store.ts';
import { corrected, tellApprovers } from '../letters.ts';
import * as store from '../plans-store.ts';

export type CorrectRow = {
	id: string;
	revision: number;
	kind: 'moved' | 'cancelled';
	reason: string;
	from: string | null;
	lastDay: string | null;
};

/**
 * Moves or cancels a row of a plan in force, with a reason that the yearly report tells (R129). What was held is not
 * cancelled while its reports stand: its people count.
 */
export async function correctRow(
	ctx: Ctx,
	{ id, revision, kind, reason, ...after }: CorrectRow
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await store.lockRow(tx, id);
		const entered = await enterRowToWork(tx, ctx, id, ['leader']);
		const { plan, site, profile, period, row } = entered;
		if (plan.state !== 'in_force') fail('refused', 'plan.not_in_force');
		if (row.cancelledAt !== null) fail('refused', 'plan.row_cancelled');
		if (kind === 'cancelled' && (await isHeld(tx, id))) fail('refused', 'plan.row_held');
		const faults = [
			...(kind === 'moved' ? daysFaults(after, period, asksDays(profile)) : []),
			...(isReason(reason) ? [] : [{ code: 'plan.reason_missing', field: 'reason' }])
		];
		if (faults.length) faulty('plan.faulty', { faults });

		if (!(await store.touchPlan(tx, { id: plan.id, revision }))) conflict('plan');
		const moved = { fromDay: after.from, lastDay: after.lastDay };
		await store.updateRow(tx, id, kind === 'moved' ? moved : { cancelledAt: ctx.now() });
		await store.insertCorrection(tx, {
			...{ rowId: id, kind, reason, onDay: site.today },
			before: { from: row.fromDay, lastDay: row.lastDay },
			after: kind === 'moved' ? after : null,
			...{ madeBy: ctx.actor.personId, createdAt: ctx.now() }
		});
		await record(tx, ctx, 'plan.corrected', { id: plan.id }, { rowId: id, kind, reason });
		const approvals = await store.approvalsOf(tx, plan.id);
		await tellApprovers(tx, ctx, entered, { approvals, letter: corrected(row.title, reason) });
	});
}
