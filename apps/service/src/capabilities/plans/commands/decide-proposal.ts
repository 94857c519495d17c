import { isOpen, rowFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterPlanToWork } from '../access.ts';
import * as store from '../plans-store.ts';

export type DecideProposal = { id: string; revision: number; decision: 'accept' | 'decline'; answer: string };

/** Takes a proposed row into the plan, or declines it with a word (R58). */
export async function decideProposal(
	ctx: Ctx,
	{ id, revision, decision, answer }: DecideProposal
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { planId, row } = (await store.findProposal(tx, id)) ?? missing('plan_proposal');
		const entered = await enterPlanToWork(tx, ctx, planId, ['leader'], 'plan_proposal');
		if (!isOpen(entered.plan.state)) fail('refused', 'plan.not_open');
		const accepted = decision === 'accept';
		const faults = [
			...(accepted ? rowFaults(entered, row) : []),
			...(accepted || answer !== '' ? [] : [{ code: 'plan.answer_missing', field: 'answer' }])
		];
		if (faults.length) faulty('plan.faulty', { faults });

		const state = accepted ? ('accepted' as const) : ('declined' as const);
		if (!(await store.decideOn(tx, id, { state, answer, decidedAt: ctx.now() }))) conflict('plan_proposal');
		if (!(await store.touchPlan(tx, { id: planId, revision }))) conflict('plan');
		if (accepted) await store.insertRows(tx, planId, [{ ...row, isPublic: false }], ctx.now());
		await record(tx, ctx, 'plan.proposal_decided', { id: planId }, { proposalId: id, state, answer });
	});
}
