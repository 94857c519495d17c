import type { AttemptRules } from '@stazhirovka/domain/diagnostics';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../../shell/context.ts';
import { allow, fail } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCohort, lockCohort } from '../../../cohorts/index.ts';
import { hasSecondAttempts } from '../queries.ts';
import { rulesOf } from '../situation.ts';
import * as store from '../store.ts';

/** The leader's rules for a cohort. They hold for attempts that begin from now on; which one counts is not changed under way. */
export async function setDiagnosisRules(
	ctx: Ctx,
	{ id, ...rules }: AttemptRules & { id: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, as } = await enterCohort(tx, ctx.actor, id, 'tutor', 'leader');
		allow(as.includes('leader'));
		await lockCohort(tx, cohortId);
		const before = await rulesOf(tx, cohortId);
		if (isDeepStrictEqual(before, rules)) return;
		if (before.counts !== rules.counts && (await hasSecondAttempts(tx, cohortId)))
			fail('refused', 'diagnosis.counts_in_use');

		await store.putRules(tx, cohortId, rules, { setBy: ctx.actor.personId, setAt: ctx.now() });
		await record(tx, ctx, 'diagnosis.rules_set', { id: cohortId, cohortId }, rules);
	});
}
