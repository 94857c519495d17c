import { periodFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork, rulesFor } from '../../staff/index.ts';
import * as store from '../plans-store.ts';

/** Begins a plan for days that no other plan of the site has (R52), under the rules of today. Answers with its id. */
export async function beginPlan(
	ctx: Ctx,
	{ id: siteId, from, lastDay }: { id: string; from: string; lastDay: string | null }
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, siteId, ['leader']);
		const { profile, versionId } = await rulesFor(tx, site);
		const faults = periodFaults(profile.plan.period, { from, lastDay });
		if (faults.length) faulty('plan.faulty', { faults });

		await store.lockPlansOf(tx, siteId);
		if (await store.isTaken(tx, siteId, { from, lastDay })) fail('refused', 'plan.period_taken');
		const by = { createdBy: ctx.actor.personId, createdAt: ctx.now() };
		const values = { siteId, regulationVersionId: versionId, fromDay: from, lastDay, ...by };
		const id = (await store.insertPlan(tx, values)) ?? fail('refused', 'plan.period_taken');
		await record(tx, ctx, 'plan.begun', { id }, { siteId, from, lastDay });
		return id;
	});
}
