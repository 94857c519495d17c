import type { Plan, PlanRowWhole } from '@stazhirovka/contract/plans';
import { isOpen, movesOfPlan, nextPeriod, periodAround, type Period } from '@stazhirovka/domain/plans';
import { missingParts } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { statusPeriodsOf } from '../sites/index.ts';
import { enterInnerSite, isActive, rulesFor, type EnteredSite } from '../staff/index.ts';
import { enterPlan } from './access.ts';
import { approvalsOf, findRow } from './plans-store.ts';
import * as queries from './queries.ts';
import { toCorrection, toExecution, toProposal, toRow, toRules, toSteps } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Plans of a site, newest first, and the days of the next one where the regulation says them. */
export async function listPlans(ctx: Reader, siteId: string) {
	const site = await enterInnerSite(ctx.db, ctx, siteId);
	const { profile } = await rulesFor(ctx.db, site);
	const plans = await queries.plansOf(ctx.db, siteId, site.today);
	const { name, period: kind } = profile.plan;
	const begin = site.as.includes('leader') && (await isActive(ctx, site));
	const suggested = await suggestedFor(ctx, site, kind, plans);
	return { name, kind, plans, suggested, can: { begin } };
}

/** The period of today, or the one after the last plan; a plan without an end begins with the status. */
async function suggestedFor(
	{ db }: Reader,
	{ id, today }: EnteredSite,
	kind: Parameters<typeof periodAround>[0],
	plans: Period[]
): Promise<Period | null> {
	const last = plans[0];
	if (last) return nextPeriod(last);
	const begun = (await statusPeriodsOf(db, id)).findLast(({ from }) => from <= today)?.from;
	return periodAround(kind, kind === 'unbounded' ? (begun ?? today) : today);
}

export async function readPlan(ctx: Reader, id: string): Promise<Plan> {
	const entered = await enterPlan(ctx.db, ctx, id);
	const { plan, site, profile } = entered;
	const [rows, proposals, approvals, active] = await Promise.all([
		queries.rowsOf(ctx.db, id),
		queries.proposalsOf(ctx.db, id),
		approvalsOf(ctx.db, id),
		isActive(ctx, site)
	]);
	const leads = active && site.as.includes('leader');
	const decides = active && (site.as.includes('keeper') || site.as.includes('municipal'));
	const own = site.as.includes('leader') || site.as.includes('keeper');
	const seen = own ? proposals : proposals.filter(({ proposal }) => proposal.personId === ctx.actor.personId);
	const done = approvals.map(({ kind }) => kind);
	const moves = movesOfPlan(profile.plan, { state: plan.state, done });
	return {
		...{ id, state: plan.state, revision: plan.revision, today: site.today },
		site: { id: site.id, title: site.title },
		name: profile.plan.name,
		columnsUntold: missingParts(profile).includes('plan.columns'),
		signedBy: profile.plan.signed_by ?? null,
		rules: toRules(entered),
		rows: rows.map((row) => toRow(row, plan.state, site.today)),
		proposals: seen.map((proposal) => toProposal(proposal, entered)),
		steps: toSteps(entered, approvals, { decide: decides, record: leads }),
		signature: plan.signature,
		returnReason: plan.returnReason,
		documentId: plan.documentId,
		can: {
			write: leads && isOpen(plan.state),
			correct: leads && plan.state === 'in_force',
			send: leads && moves.includes('send') && rows.length > 0,
			recall: leads && moves.includes('recall'),
			return: decides && moves.includes('return'),
			propose: active && isOpen(plan.state) && (leads || site.as.includes('staff')),
			copy: leads && plan.state === 'in_force' && nextPeriod(entered.period) !== null,
			keepFormats: active && site.as.includes('keeper'),
			print: leads && plan.signature !== null
		}
	};
}

/** A row with its log and corrections; one of a site in which the reader has no part is not there. */
export async function readRow(ctx: Reader, id: string): Promise<PlanRowWhole> {
	const { planId } = (await findRow(ctx.db, id)) ?? missing('plan_row');
	const entered = await enterPlan(ctx.db, ctx, planId, 'plan_row');
	const { plan, site, profile, period } = entered;
	const [row, executions, corrections, active] = await Promise.all([
		queries.rowWithLog(ctx.db, id),
		queries.executionsOf(ctx.db, id),
		queries.correctionsOf(ctx.db, id),
		isActive(ctx, site)
	]);
	const shown = toRow(row ?? missing('plan_row'), plan.state, site.today);
	const standing = active && plan.state === 'in_force' && shown.state !== 'cancelled';
	const leads = site.as.includes('leader');
	return {
		...shown,
		plan: { id: plan.id, name: profile.plan.name, revision: plan.revision, ...period },
		site: { id: site.id, title: site.title },
		today: site.today,
		rules: toRules(entered),
		executions: executions.map(toExecution),
		corrections: corrections.map(toCorrection),
		can: {
			write: active && leads && isOpen(plan.state),
			report: standing && (leads || site.as.includes('staff')),
			correct: standing && leads
		}
	};
}
