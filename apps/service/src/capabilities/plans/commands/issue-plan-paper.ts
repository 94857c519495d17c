import { approvalSteps, planPaper, type PlanPaperFacts } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { sourceHashOf } from '../../../shell/source-hash.ts';
import { issueDocument } from '../../documents/index.ts';
import { enterPlanToWork } from '../access.ts';
import { titlesOf } from '../names-queries.ts';
import * as store from '../plans-store.ts';
import { rowsOf } from '../queries.ts';

/**
 * Issues a signed plan on paper as it stands now (R53, R160): a draft is only printed. The same plan again is the document
 * that stands; a changed one is a new document that corrects it. Answers with its id.
 */
export async function issuePlanPaper(ctx: Ctx, planId: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { site, profile, period } = await enterPlanToWork(tx, ctx, planId, ['leader']);
		const plan = (await store.lockPlan(tx, planId)) ?? missing('plan');
		if (plan.signature === null) fail('refused', 'plan.not_signed');
		const [titles, rows, approvals] = await Promise.all([
			titlesOf(tx, site.id),
			rowsOf(tx, planId),
			store.approvalsOf(tx, planId)
		]);
		const facts: Omit<PlanPaperFacts, 'number'> = {
			...(titles ?? missing('site')),
			...{ plan: profile.plan, period, steps: approvalSteps(profile.plan), signature: plan.signature },
			rows: rows.map(({ row, held, participants, outcome }) => ({
				...{ ...row, from: row.fromDay, report: outcome, participants: held > 0 ? participants : null },
				cancelled: row.cancelledAt !== null
			})),
			approvals: approvals.map(({ kind, name, position, onDay }) => ({ kind, name, position, on: onDay }))
		};
		const unnumbered = planPaper({ ...facts, number: null });
		const documentHash = sourceHashOf(unnumbered);
		if (plan.documentId && plan.documentHash === documentHash) return plan.documentId;

		const { id } = await issueDocument(tx, ctx, {
			...{ kind: 'plan', title: unnumbered.title, numbered: true },
			paper: (number) => planPaper({ ...facts, number }),
			place: { regionId: site.regionId, siteId: site.id },
			dated: site.today,
			replacesId: plan.documentId
		});
		await store.keepPaper(tx, planId, { documentId: id, documentHash });
		return id;
	});
}
