import type { Tx } from '@stazhirovka/db';
import { daysBetween, localDay } from '@stazhirovka/domain/calendar';
import { seenState } from '@stazhirovka/domain/final-works';
import {
	answerAppealBy,
	appealReasons,
	checkAppeal,
	mayAnswerAppeal,
	revisionDaysLeft
} from '@stazhirovka/domain/results';
import { deadlineAfter } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../../shell/context.ts';
import { missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { guardPrivacy } from '../../../forms/index.ts';
import * as works from '../../store.ts';
import { enterOwn, type Told } from '../access.ts';
import { appealSent } from '../appeal-letters.ts';
import { appealSheet } from '../appeals.ts';
import { judgesOf, tutorsOf } from '../appeals-queries.ts';
import { findAppeal, insertAppeal, mayLowerIn } from '../appeals-store.ts';
import { holdingResult } from '../disputed.ts';
import { keepSheet, type Draft } from '../sheets.ts';

type Sent = Draft & { id: string; confirmedPrivacy: boolean };

/** Sends the author's appeal: once, within seven days of the result. The time for a revision stands still meanwhile. */
export async function sendAppeal(ctx: Ctx, { id, confirmedPrivacy, ...draft }: Sent): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const told = await enterOwn(tx, ctx.actor, id);
		const { cohortId } = told.work;
		const { timeZone } = told.cohort;
		await works.lockCohort(tx, cohortId);
		const [{ result }, earlier] = [await holdingResult(tx, id), await findAppeal(tx, id)];
		const facts = { toldAt: result.announcedAt, sent: earlier !== undefined, timeZone };
		settle(checkAppeal(facts, null, ctx.now()));

		const sheet = appealSheet(id, told.programme);
		const { answer } = await keepSheet(tx, sheet, draft, { at: ctx.now(), mode: 'final' });
		const reasons = appealReasons(answer);
		settle(checkAppeal(facts, reasons, ctx.now()));
		guardPrivacy(sheet.definition, answer, confirmedPrivacy);

		const answerBy = answerAppealBy(ctx.now(), timeZone);
		await insertAppeal(tx, {
			...{ finalWorkId: id, resultId: result.id, reasons, answerBy, sentAt: ctx.now() },
			mayLower: await mayLowerIn(tx, cohortId),
			revisionDaysLeft: await holdRevision(tx, ctx, told, answerBy)
		});
		await record(tx, ctx, 'appeal.sent', { id, cohortId }, { answerBy });
		await tellTutors(tx, ctx, told, answerBy);
	});
}

/** A revision that is due keeps its days: they begin anew after the day of the answer. */
async function holdRevision(
	tx: Tx,
	ctx: Ctx,
	{ work: seen, cohort: { timeZone } }: Told,
	answerBy: string
): Promise<number | null> {
	const work = (await works.findWork(tx, seen.id)) ?? missing('cohort');
	if (work.state !== 'revision' || !work.revisionUntil || seenState(work, ctx.now()) !== 'revision')
		return null;

	const left = revisionDaysLeft(work.revisionUntil, ctx.now(), timeZone);
	const days = daysBetween(localDay(ctx.now(), timeZone), answerBy) + left;
	await works.moveWork(tx, work, work.state, { revisionUntil: deadlineAfter(ctx.now(), days, timeZone) });
	return left;
}

async function tellTutors(tx: Tx, ctx: Ctx, { work, cohort }: Told, answerBy: string): Promise<void> {
	const facts = { tutors: cohort.cohortTutorIds, judges: await judgesOf(tx, work.id) };
	const asked = (await tutorsOf(tx, cohort.cohortId)).filter(({ id }) => mayAnswerAppeal(id, facts));
	const link = `${ctx.origin}/works/${work.id}/appeal`;
	for (const tutor of asked) {
		await post(tx, appealSent(tutor, { title: work.title, answerBy, link }), ctx.now());
	}
}
