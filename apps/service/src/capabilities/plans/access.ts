import type { Database, Tx } from '@stazhirovka/db';
import { formatsOf, type Period } from '@stazhirovka/domain/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { rulesOf } from '../regulations/index.ts';
import { enterInnerSite, enterToWork, type EnteredSite, type SitePart } from '../staff/index.ts';
import { addedFormats } from './formats-store.ts';
import { findPlan, findRow, type PlanFacts, type RowFacts } from './plans-store.ts';

type Visitor = Pick<Ctx, 'actor' | 'now'>;

/** A plan with the rules that it was begun under, and who the reader is to its site. */
export type EnteredPlan = {
	plan: PlanFacts;
	site: EnteredSite;
	profile: RegulationProfile;
	formats: string[];
	period: Period;
};

/** The one door to a plan: for whoever has a part in its site. */
export async function enterPlan(
	db: Database | Tx,
	ctx: Visitor,
	planId: string,
	what = 'plan'
): Promise<EnteredPlan> {
	const plan = (await findPlan(db, planId)) ?? missing(what);
	return withRules(db, plan, await enterInnerSite(db, ctx, plan.siteId, what));
}

/** The same for what is changed, by whoever has one of these parts, while the status is active (R34). */
export async function enterPlanToWork(
	tx: Tx,
	ctx: Visitor,
	planId: string,
	parts: readonly SitePart[],
	what = 'plan'
): Promise<EnteredPlan> {
	const plan = (await findPlan(tx, planId)) ?? missing(what);
	return withRules(tx, plan, await enterToWork(tx, ctx, plan.siteId, parts, what));
}

/** A row and its plan: who has no part in the site is told that the row is not there. */
export async function enterRowToWork(
	tx: Tx,
	ctx: Visitor,
	rowId: string,
	parts: readonly SitePart[]
): Promise<EnteredPlan & { row: RowFacts }> {
	const { planId } = (await findRow(tx, rowId)) ?? missing('plan_row');
	const entered = await enterPlanToWork(tx, ctx, planId, parts, 'plan_row');
	return { ...entered, row: (await findRow(tx, rowId)) ?? missing('plan_row') };
}

async function withRules(db: Database | Tx, plan: PlanFacts, site: EnteredSite): Promise<EnteredPlan> {
	const { profile } = (await rulesOf(db, plan.regulationVersionId)) ?? missing('regulation');
	const added = (await addedFormats(db, site.regionId)).map(({ title }) => title);
	return {
		plan,
		site,
		profile,
		formats: formatsOf(profile, added),
		period: { from: plan.fromDay, lastDay: plan.lastDay }
	};
}
