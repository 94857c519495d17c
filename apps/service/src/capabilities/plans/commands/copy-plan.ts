import { movedRow, nextPeriod } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { rulesFor } from '../../staff/index.ts';
import { enterPlanToWork } from '../access.ts';
import * as store from '../plans-store.ts';
import { rowsOf } from '../queries.ts';

/**
 * Begins the next period with the rows of this one, their dates moved by the calendar; what was cancelled stays behind.
 * The new plan lives under the rules of today: what they do not let in is told when it is sent. Answers with its id.
 */
export async function copyPlan(ctx: Ctx, planId: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { plan, site, period } = await enterPlanToWork(tx, ctx, planId, ['leader']);
		const next = nextPeriod(period) ?? fail('refused', 'plan.no_next');
		const { versionId } = await rulesFor(tx, site);

		await store.lockPlansOf(tx, site.id);
		if (await store.isTaken(tx, site.id, next)) fail('refused', 'plan.period_taken');
		const by = { createdBy: ctx.actor.personId, createdAt: ctx.now() };
		const days = { fromDay: next.from, lastDay: next.lastDay };
		const values = { siteId: site.id, regulationVersionId: versionId, ...days, ...by };
		const id = (await store.insertPlan(tx, values)) ?? fail('refused', 'plan.period_taken');

		const rows = (await rowsOf(tx, plan.id)).filter(({ row }) => row.cancelledAt === null);
		const moved = rows.map(({ row: { title, format, delivery, fromDay, lastDay, ...row } }) =>
			movedRow(
				{
					...{ title, format, delivery, lastDay, from: fromDay },
					...{ responsible: row.responsible, cells: row.cells, isPublic: row.isPublic }
				},
				period
			)
		);
		await store.insertRows(tx, id, moved, ctx.now());
		await record(tx, ctx, 'plan.begun', { id }, { siteId: site.id, ...next, copiedFrom: plan.id });
		return id;
	});
}
