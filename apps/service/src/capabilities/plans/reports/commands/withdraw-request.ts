import { isReason, LEAST_REASON } from '@stazhirovka/domain/journal';
import { moveReport } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../../shell/context.ts';
import { allow, conflict, faulty, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterReportToChange, mayWithdraw } from '../access.ts';
import { tellLeaders, withdrawn } from '../letters.ts';
import { putReport } from '../store.ts';

type Withdrawal = { id: string; revision: number; reason: string };

/**
 * Takes a request for a report back (R127), by who asked for it: its leaders are told why, what they have written
 * stays to be read, and the same may be asked anew.
 */
export async function withdrawRequest(ctx: Ctx, { id, revision, reason }: Withdrawal): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { report, site } = await enterReportToChange(tx, ctx, id, 'keeper');
		allow(await mayWithdraw(tx, ctx, report));
		if (report.revision !== revision) conflict('report', { state: report.state });
		const state = settle(moveReport(report.state, 'withdraw'));
		if (!isReason(reason)) faulty('report.reason_missing', { field: 'reason', limit: LEAST_REASON });

		const by = { withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.personId, withdrawReason: reason };
		if (!(await putReport(tx, report, { state, ...by }))) conflict('report');
		const { dueOn, subject } = report;
		await record(tx, ctx, 'report.withdrawn', { id }, { siteId: site.id, from: report.state, reason });
		const about = { id, siteId: site.id, site: site.title };
		await tellLeaders(tx, ctx, about, withdrawn({ subject, dueOn, reason }));
	});
}
