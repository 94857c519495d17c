import type { Ctx } from '../../../../shell/context.ts';
import { allow, fail } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCohort } from '../../../cohorts/index.ts';
import { lockCohort } from '../../store.ts';
import { putRule } from '../appeals-store.ts';

/** Fixes whether an appeal may lower a result. Nobody changes the rule once results are known. */
export async function setAppealRule(
	ctx: Ctx,
	{ id: cohortId, mayLower }: { id: string; mayLower: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'tutor', 'leader');
		allow(cohort.as.includes('leader'));
		const { announcedAt } = await lockCohort(tx, cohortId);
		if (announcedAt) fail('refused', 'appeal_rule.too_late');

		await putRule(tx, { cohortId, mayLower, setBy: ctx.actor.personId, setAt: ctx.now() });
		await record(tx, ctx, 'appeal_rule.set', { id: cohortId, cohortId }, { mayLower });
	});
}
