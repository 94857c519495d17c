import type { Tx } from '@stazhirovka/db';
import { checkAppealDecision, stateAfterAppeal, type AppealDecision } from '@stazhirovka/domain/results';
import { deadlineAfter } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../../shell/context.ts';
import { allow, fail, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { reopen, sheetOf } from '../../../forms/index.ts';
import { internsOf } from '../../queries.ts';
import * as works from '../../store.ts';
import { enterTold, type Told } from '../access.ts';
import { appealDecided } from '../appeal-letters.ts';
import { decidingRefusal } from '../appeals.ts';
import { isCompleted, judgesOf } from '../appeals-queries.ts';
import { findAppeal, writeDecision, type AppealRow } from '../appeals-store.ts';
import { holdingResult, type Holding } from '../disputed.ts';

/**
 * Answers an appeal with everything in view. What changes is a new round of the result, and the work follows it: it
 * passes, or its time for a revision goes on.
 */
export async function decideAppeal(
	ctx: Ctx,
	{ id, ...decision }: AppealDecision & { id: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const told = await enterTold(tx, ctx.actor, id);
		await works.lockCohort(tx, told.work.cohortId);
		const appeal = (await findAppeal(tx, id)) ?? missing('appeal');
		const [judges, holding] = [await judgesOf(tx, id), await holdingResult(tx, id)];
		const refusal = decidingRefusal(told, appeal, judges, ctx.actor.personId);
		allow(refusal !== 'forbidden');
		if (refusal) fail('refused', refusal);

		const { passed } = holding.result;
		const disputed = { marks: holding.marks, passed, mayLower: appeal.mayLower };
		const { total, changed } = settle(checkAppealDecision(told.programme.rules.peer, disputed, decision));
		if (passed && !decision.passed) await refuseCompleted(tx, told);

		const marks = holding.marks && decision.marks ? { ...decision.marks } : null;
		const changes = Object.fromEntries(changed.map((key) => [key, decision.changes[key] ?? '']));
		const made = { marks, changes, passed: decision.passed, conclusion: decision.conclusion };
		await writeDecision(tx, appeal.id, { ...made, decidedAt: ctx.now(), decidedBy: ctx.actor.personId });
		const differs = changed.length > 0 || decision.passed !== passed;
		if (differs) await works.insertResults(tx, [nextRound(ctx, holding, { ...made, total })]);
		await moveOn(tx, ctx, told, appeal, decision.passed);

		const { cohortId } = told.work;
		await record(tx, ctx, 'appeal.decided', { id, cohortId }, { changed, passed: decision.passed });
		await tellAuthor(tx, ctx, told, { changed: differs, ...decision });
	});
}

/** A document that says the programme was completed is not taken back by an appeal of its holder. */
async function refuseCompleted(tx: Tx, { work }: Told): Promise<void> {
	if (await isCompleted(tx, work.enrolmentId)) fail('refused', 'appeal.completed');
}

type Made = Pick<AppealRow, 'marks'> & { passed: boolean; conclusion: string; total: number | null };

function nextRound(
	ctx: Ctx,
	{ result }: Holding,
	{ marks, passed, conclusion, total }: Made
): works.NewResult {
	return {
		finalWorkId: result.finalWorkId,
		round: result.round + 1,
		basis: 'appeal',
		medians: marks,
		total: total === null ? null : String(total),
		sums: [],
		spread: null,
		passedByReviews: result.passedByReviews,
		needsModeration: false,
		enoughReviews: result.enoughReviews,
		passed,
		decisionReason: conclusion,
		decidedBy: ctx.actor.personId,
		announcedAt: ctx.now()
	};
}

/** The state of the work follows the decision; days that were left for a revision begin again today. */
async function moveOn(
	tx: Tx,
	ctx: Ctx,
	{ work: { id }, cohort, programme }: Told,
	{ revisionDaysLeft }: AppealRow,
	passed: boolean
): Promise<void> {
	const work = (await works.findWork(tx, id)) ?? missing('cohort');
	const { revisionDays } = programme.rules.peer;
	const state = stateAfterAppeal(work.state, { passed, revisionDays, revised: work.version > 1 });
	const fallen = state === 'revision' && work.state === 'passed';
	const days = fallen ? revisionDays : state === 'revision' ? revisionDaysLeft : null;
	if (state === work.state && days === null) return;

	const again = days === null ? null : deadlineAfter(ctx.now(), days, cohort.timeZone);
	const until = again && work.revisionUntil && work.revisionUntil > again ? work.revisionUntil : again;
	await works.moveWork(tx, work, state, until ? { revisionUntil: until } : {});
	const { cohortId, enrolmentId } = work;
	if (fallen) await reopen(tx, sheetOf(programme, 'final_work', { cohortId, enrolmentId }));
}

async function tellAuthor(
	tx: Tx,
	{ origin, now }: Ctx,
	{ work }: Told,
	{ changed, passed, conclusion }: { changed: boolean; passed: boolean; conclusion: string }
): Promise<void> {
	const author = (await internsOf(tx, work.cohortId)).get(work.enrolmentId) ?? missing('enrolment');
	const link = `${origin}/my/${work.enrolmentId}/final-work`;
	const reader = { email: author.email, givenName: author.person.givenName };
	await post(tx, appealDecided(reader, { title: work.title, changed, passed, conclusion, link }), now());
}
