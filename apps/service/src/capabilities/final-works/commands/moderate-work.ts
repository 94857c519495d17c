import type { Tx } from '@stazhirovka/db';
import { checkDecision, decideWork, outcome, type Decision } from '@stazhirovka/domain/final-works';
import type { Ctx } from '../../../shell/context.ts';
import { allow, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { loadProgramme, type FrozenProgramme } from '../../programmes/index.ts';
import { enterWork } from '../access.ts';
import { failed, passed } from '../letters.ts';
import { internsOf } from '../queries.ts';
import { factsOf, standingsOf, type Standing } from '../standing.ts';
import * as store from '../store.ts';

/**
 * The tutor's decision with a reason, where the rules ask for one (R117): before the announcement it waits for it,
 * after the revision it holds at once. Answers with the cohort.
 */
export async function moderateWork(
	ctx: Ctx,
	{ id, ...decision }: Decision & { id: string }
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { work: seen, cohort } = await enterWork(tx, ctx.actor, id, 'tutor', 'leader');
		allow(cohort.as.includes('tutor'));
		await store.lockCohort(tx, cohort.cohortId);

		const programme = await loadProgramme(tx, cohort.programmeVersionId);
		const work = (await store.findWork(tx, seen.id)) ?? missing('cohort');
		const [standing] = await standingsOf(tx, programme.rules.peer, [work], ctx.now());
		if (!standing) return missing('cohort');
		const { peer, reviewsClosed } = standing;
		const round = settle(checkDecision({ state: work.state, reviewsClosed, peer }, decision));

		const made = { ...decision, finalWorkId: id, round, decidedBy: ctx.actor.personId, decidedAt: ctx.now() };
		await store.insertDecision(tx, made);
		await record(tx, ctx, KINDS[round], { id, cohortId: cohort.cohortId }, decision);
		if (round === 2) await settleRevision(tx, ctx, programme, standing, decision);
		return cohort.cohortId;
	});
}

const KINDS = { 1: 'final_work.moderated', 2: 'final_work.decided' } as const;

/** The revision is not reviewed again: the decision is the result of the second round. */
async function settleRevision(
	tx: Tx,
	ctx: Ctx,
	{ rules }: FrozenProgramme,
	{ work, peer }: Standing,
	decision: Decision
): Promise<void> {
	const action = { type: 'decide' as const, outcome: outcome(rules.peer, peer, decision, 2) };
	const state = settle(decideWork(factsOf(work, true), action, ctx.now()));
	await store.moveWork(tx, work, state);
	const results = await store.resultsOf(tx, [work.id]);
	await store.insertResults(tx, [
		{
			finalWorkId: work.id,
			round: (results.at(-1)?.round ?? 1) + 1,
			basis: 'revision',
			medians: null,
			total: null,
			sums: [],
			spread: null,
			passedByReviews: false,
			needsModeration: true,
			enoughReviews: peer.enoughReviews,
			passed: decision.passed,
			decisionReason: decision.reason,
			decidedBy: ctx.actor.personId,
			announcedAt: ctx.now()
		}
	]);

	const author = (await internsOf(tx, work.cohortId)).get(work.enrolmentId) ?? missing('enrolment');
	const letter = { title: work.title, link: `${ctx.origin}/my/${work.enrolmentId}/final-work` };
	await post(tx, decision.passed ? passed(author, letter) : failed(author, letter), ctx.now());
}
