import { isOpen, rowFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterPlanToWork } from '../access.ts';
import * as store from '../plans-store.ts';

/** Proposes a row to the leader (R58), by anybody of the site with an account. The same again is proposed once. */
export async function proposeRow(ctx: Ctx, { id, row }: { id: string; row: store.NewRow }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterPlanToWork(tx, ctx, id, ['leader', 'staff']);
		if (!isOpen(entered.plan.state)) fail('refused', 'plan.not_open');
		const faults = rowFaults(entered, row);
		if (faults.length) faulty('plan.faulty', { faults });

		const { isPublic: _, ...proposed } = row;
		const by = { personId: ctx.actor.personId, createdAt: ctx.now() };
		const made = await store.insertProposal(tx, { planId: id, row: proposed, ...by });
		if (made) await record(tx, ctx, 'plan.row_proposed', { id }, { proposalId: made, title: row.title });
	});
}
