import { isReason } from '@stazhirovka/domain/journal';
import { isOpen, rowFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterPlanToWork, enterRowToWork, type EnteredPlan } from '../access.ts';
import { corrected, tellApprovers } from '../letters.ts';
import * as store from '../plans-store.ts';

type Written = { revision: number; row: store.NewRow };

/**
 * Adds a row while the plan is being made; to a plan in force only with a reason, as a correction (R129). Answers with
 * its id.
 */
export async function addRow(
	ctx: Ctx,
	{ id, revision, row, reason }: Written & { id: string; reason: string | null }
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const entered = await enterPlanToWork(tx, ctx, id, ['leader']);
		const { plan, site } = entered;
		const correcting = plan.state === 'in_force';
		if (!correcting && !isOpen(plan.state)) fail('refused', 'plan.not_open');
		const unsaid = correcting && !isReason(reason ?? '');
		const faults = [
			...rowFaults(entered, row),
			...(unsaid ? [{ code: 'plan.reason_missing', field: 'reason' }] : [])
		];
		if (faults.length) faulty('plan.faulty', { faults });

		if (!(await store.touchPlan(tx, { id, revision }))) conflict('plan');
		const [rowId = conflict('plan')] = await store.insertRows(tx, id, [row], ctx.now());
		if (correcting) {
			const after = { from: row.from, lastDay: row.lastDay };
			const by = { madeBy: ctx.actor.personId, createdAt: ctx.now(), onDay: site.today };
			await store.insertCorrection(tx, { rowId, kind: 'added', reason: reason ?? '', after, ...by });
			const approvals = await store.approvalsOf(tx, id);
			const letter = corrected(row.title, reason ?? '');
			await tellApprovers(tx, ctx, entered, { approvals, letter });
		}
		await record(tx, ctx, 'plan.row_written', { id }, { rowId, title: row.title, reason });
		return rowId;
	});
}

/** Writes a row anew while the plan is being made. */
export async function changeRow(ctx: Ctx, { id, revision, row }: Written & { id: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterOpenRow(tx, ctx, id);
		const faults = rowFaults(entered, row);
		if (faults.length) faulty('plan.faulty', { faults });

		const planId = entered.plan.id;
		if (!(await store.touchPlan(tx, { id: planId, revision }))) conflict('plan');
		const { from: fromDay, ...change } = row;
		await store.updateRow(tx, id, { ...change, fromDay });
		await record(tx, ctx, 'plan.row_written', { id: planId }, { rowId: id, title: row.title });
	});
}

/** Takes a row out while the plan is being made. */
export async function removeRow(ctx: Ctx, { id, revision }: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { plan, row } = await enterOpenRow(tx, ctx, id);
		if (!(await store.touchPlan(tx, { id: plan.id, revision }))) conflict('plan');
		await store.deleteRow(tx, id);
		await record(tx, ctx, 'plan.row_removed', { id: plan.id }, { rowId: id, title: row.title });
	});
}

async function enterOpenRow(
	tx: Parameters<typeof enterRowToWork>[0],
	ctx: Ctx,
	id: string
): Promise<EnteredPlan & { row: store.RowFacts }> {
	const entered = await enterRowToWork(tx, ctx, id, ['leader']);
	return isOpen(entered.plan.state) ? entered : fail('refused', 'plan.not_open');
}
