import { isReason, LEAST_REASON } from '@stazhirovka/domain/journal';
import { moveReport } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, faulty, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterReportToChange } from '../access.ts';
import { accepted, returned, tellLeaders } from '../letters.ts';
import { putReport } from '../store.ts';

type Review = {
	id: string;
	revision: number;
	decision: 'accept' | 'return';
	remark: string;
	decidedFor: string;
};

/**
 * Accepts a report or gives it back with a remark. The keeper decides, or enters what was decided on paper by whom the
 * regulation names. Of two at once the second meets what the first has decided.
 */
export async function reviewReport(ctx: Ctx, { id, revision, decision, remark, decidedFor }: Review) {
	await ctx.db.transaction(async (tx) => {
		const { report, site } = await enterReportToChange(tx, ctx, id, 'keeper');
		if (report.revision !== revision) conflict('report', { state: report.state });
		const state = settle(moveReport(report.state, decision));
		if (decision === 'return' && !isReason(remark))
			faulty('report.remark_missing', { field: 'remark', limit: LEAST_REASON });

		const by = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId, decidedFor };
		if (!(await putReport(tx, report, { state, remark, ...by }))) conflict('report');
		const kind = decision === 'accept' ? 'report.accepted' : 'report.returned';
		await record(tx, ctx, kind, { id }, { siteId: site.id, remark, decidedFor });
		const letter = decision === 'accept' ? accepted : returned(remark);
		await tellLeaders(tx, ctx, { id, siteId: site.id, site: site.title }, letter);
	});
}
