import { alertRuleFaults, type AlertRules } from '@stazhirovka/domain/alerts';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCohort } from '../../cohorts/index.ts';
import { writeRules } from '../store.ts';

type Wish = { id: string; revision: number; rules: AlertRules };

/** Sets when somebody of a cohort needs attention. For its leader; of two at once the second is told. */
export async function setAlertRules(ctx: Ctx, { id, revision, rules }: Wish): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId } = await enterCohort(tx, ctx.actor, id, 'leader');
		const faults = alertRuleFaults(rules);
		if (faults.length)
			faulty('alerts.faulty', {
				faults: faults.map(({ field, code, least, most }) => ({ field: `rules.${field}`, code, least, most }))
			});
		const by = { setBy: ctx.actor.personId, setAt: ctx.now() };
		if (!(await writeRules(tx, { cohortId, rules, revision, ...by }))) conflict('alert_rules');
		await record(tx, ctx, 'cohort.alert_rules_set', { id: cohortId, cohortId }, { ...rules });
	});
}
