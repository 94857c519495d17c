import type { GivenAct, GivenDecision } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import {
	extensionFaults,
	pauseFaults,
	terminationFaults,
	type DecisionFault,
	type StatusDecision
} from '@stazhirovka/domain/sites';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { rulesOn } from '../../../regulations/index.ts';
import { enterSite } from '../../access.ts';
import { registerAct } from '../acts.ts';
import { closeEnrolment } from '../cohort-store.ts';
import { historyOf, lockSite, writeDecision } from '../status-store.ts';

export type DecideStatus = { id: string; act: GivenAct; decision: GivenDecision };

/**
 * Extends, suspends, resumes or ends a status by an act, under the rules that are in force on its day (R21–R24).
 * Cohorts that have begun go on to their end, so that no intern loses what is done; enrolment in the others is closed.
 */
export async function decideStatus(ctx: Ctx, { id, act, decision }: DecideStatus): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterSite(tx, ctx.actor, id, 'keeper');
		await lockSite(tx, id);
		const rules = await rulesOn(tx, site.regulationKey, act.signedOn);
		if (!rules) return fail('refused', 'regulation.not_in_force', { on: act.signedOn });

		const faults = faultsOf(rules.profile, await historyOf(tx, id), act, decision);
		if (faults.length) faulty('status.faulty', { faults });

		const actId = await registerAct(tx, ctx, site.regionId, act);
		const written = toDecision(decision, act.signedOn);
		const by = { regulationVersionId: rules.versionId, decidedBy: ctx.actor.personId, createdAt: ctx.now() };
		await writeDecision(tx, { siteId: id, actId, ...written, ...basisOf(decision), ...by });
		await closeWhatWillNotBegin(tx, id, decision);
		const { kind, fromDay: from, lastDay } = written;
		const told = { actId, kind, from, lastDay, signedOn: act.signedOn };
		await record(tx, ctx, 'site.status_decided', { id }, told);
	});
}

function faultsOf(
	profile: RegulationProfile,
	history: StatusDecision[],
	act: GivenAct,
	decision: GivenDecision
): { field: string; code: string }[] {
	const found = decisionFaults(profile, { act, history }, decision);
	return found.map((fault) => ({
		...fault,
		field: fault.field === 'act' ? 'act.kind' : `decision.${fault.field}`
	}));
}

function decisionFaults(
	profile: RegulationProfile,
	about: { act: GivenAct; history: StatusDecision[] },
	decision: GivenDecision
): DecisionFault[] {
	switch (decision.kind) {
		case 'extend': {
			const { lastDay, programmeTo } = decision;
			const programme = programmeTo && { from: '', to: programmeTo };
			return extensionFaults(profile, { ...about, lastDay, programme: programme || null });
		}
		case 'suspend':
		case 'resume':
			return pauseFaults(profile, { ...about, ...decision });
		case 'terminate': {
			const papers = { minutes: decision.minutes !== null, proposal: decision.proposal !== null };
			return terminationFaults(profile, { ...about, ...decision, ...papers });
		}
	}
}

/** An extension works from the day of its act. */
function toDecision(decision: GivenDecision, signedOn: string) {
	if (decision.kind !== 'extend') return { kind: decision.kind, fromDay: decision.from, lastDay: null };
	return { kind: decision.kind, fromDay: signedOn, lastDay: decision.lastDay };
}

function basisOf(decision: GivenDecision) {
	if (decision.kind === 'extend') return {};
	if (decision.kind !== 'terminate') return { reason: decision.reason };

	const { minutes, proposal, ground, reason } = decision;
	const basis = { ...(minutes && { minutes }), ...(proposal && { proposal }) };
	return { ground: ground || null, reason, basis };
}

async function closeWhatWillNotBegin(tx: Tx, siteId: string, decision: GivenDecision): Promise<void> {
	if (decision.kind === 'terminate') await closeEnrolment(tx, siteId, decision.from);
}
