import type { GivenAct, GivenDecision, Reference } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import {
	begunOn,
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
import { closeEnrolment } from '../../../cohorts/index.ts';
import { keepsCouncil, terminationFacts } from '../../../councils/index.ts';
import { rulesOn, type Rules } from '../../../regulations/index.ts';
import { enterSite } from '../../access.ts';
import { registerAct } from '../acts.ts';
import { lockOrganisation, type SiteFacts } from '../../site-store.ts';
import { historyOf, lockSite, writeDecision } from '../status-store.ts';
import { themeTaken } from '../theme-taken.ts';

type Papers = { minutes?: Reference; proposal?: Reference; programme?: Reference };
type About = { act: GivenAct; history: StatusDecision[]; papers: Papers };

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

		const history = await historyOf(tx, id);
		const papers = await papersFor(tx, id, { rules, decision, begun: begunOn(history, act.signedOn) });
		const faults = [
			...faultsOf(rules.profile, { act, history, papers }, decision),
			...(await themeFaults(tx, site, act.signedOn, decision))
		];
		if (faults.length) faulty('status.faulty', { faults });

		const actId = await registerAct(tx, ctx, site.regionId, act);
		const written = toDecision(decision, act.signedOn);
		const by = { regulationVersionId: rules.versionId, decidedBy: ctx.actor.personId, createdAt: ctx.now() };
		await writeDecision(tx, { siteId: id, actId, ...written, ...basisOf(decision), basis: papers, ...by });
		if (decision.kind === 'terminate') await closeEnrolment(tx, ctx, { siteId: id, from: decision.from });
		const { kind, fromDay: from, lastDay } = written;
		const told = { actId, kind, from, lastDay, signedOn: act.signedOn };
		await record(tx, ctx, 'site.status_decided', { id }, told);
	});
}

function faultsOf(
	profile: RegulationProfile,
	about: About,
	decision: GivenDecision
): { field: string; code: string }[] {
	const found = decisionFaults(profile, about, decision);
	return found.map((fault) => ({
		...fault,
		field: fault.field === 'act' ? 'act.kind' : `decision.${fault.field}`
	}));
}

/** A longer term may meet that of another site of the organisation with the same theme. */
async function themeFaults(tx: Tx, site: SiteFacts, signedOn: string, decision: GivenDecision) {
	if (decision.kind !== 'extend') return [];
	const { id: siteId, organisationId, theme } = site;
	await lockOrganisation(tx, organisationId);
	const term = { from: signedOn, lastDay: decision.lastDay };
	const title = await themeTaken(tx, { siteId, organisationId, theme: theme ?? '', ...term });
	return title === null ? [] : [{ field: 'decision.lastDay', code: 'status.theme_taken', limit: title }];
}

function decisionFaults(
	profile: RegulationProfile,
	{ papers, ...about }: About,
	decision: GivenDecision
): DecisionFault[] {
	switch (decision.kind) {
		case 'extend': {
			const { lastDay, programmeTo } = decision;
			const programme = programmeTo === null ? null : { from: '', to: programmeTo };
			const programmePaper = papers.programme !== undefined;
			return extensionFaults(profile, { ...about, lastDay, programme, programmePaper });
		}
		case 'suspend':
		case 'resume':
			return pauseFaults(profile, { ...about, ...decision });
		case 'terminate': {
			const made = { minutes: papers.minutes !== undefined, proposal: papers.proposal !== undefined };
			return terminationFaults(profile, { ...about, ...decision, ...made });
		}
	}
}

/**
 * The papers behind a decision. What is kept here is taken from here: minutes of a meeting that was held, the proposal
 * that was recorded. Minutes are only named where no council is kept (R22).
 */
async function papersFor(
	tx: Tx,
	siteId: string,
	{ rules, decision, begun }: { rules: Rules; decision: GivenDecision; begun: string | undefined }
): Promise<Papers> {
	if (decision.kind === 'extend') return decision.programme ? { programme: decision.programme } : {};
	if (decision.kind !== 'terminate' || begun === undefined) return {};

	const { minutes: held, proposal } = await terminationFacts(tx, siteId, begun);
	const minutes = (await keepsCouncil(tx, rules.regulationId)) ? held : (held ?? decision.minutes);
	return { ...(minutes && { minutes }), ...(proposal && { proposal }) };
}

/** An extension works from the day of its act. */
function toDecision(decision: GivenDecision, signedOn: string) {
	if (decision.kind !== 'extend') return { kind: decision.kind, fromDay: decision.from, lastDay: null };
	return { kind: decision.kind, fromDay: signedOn, lastDay: decision.lastDay };
}

function basisOf(decision: GivenDecision) {
	if (decision.kind === 'extend') return {};
	if (decision.kind !== 'terminate') return { reason: decision.reason };

	return { ground: decision.ground || null, reason: decision.reason };
}
