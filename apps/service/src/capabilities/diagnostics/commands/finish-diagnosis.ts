import { readOccasion } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { handIn, isHandedIn, sheetOf } from '../../forms/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { closeOverdue } from '../attempts/commands/close-overdue.ts';
import { stopAtEnd, stopUnlessBegun } from '../attempts/guard.ts';
import { settleCard, stopAtTooFew } from '../attempts/settling.ts';
import { closeAttempt, queueForAttempts } from '../attempts/store.ts';

export type HandedIn = { id: string; occasion: string; revision: number; answer: Record<string, unknown> };

/**
 * Hands an attempt in and builds the deficit card from the one that counts (R90, R91). With too much unanswered nothing
 * is stored and the sheet stays open. The same hand-in again (a double click) is answered like the first. After the end
 * of its time an attempt is closed with what was saved, and this answer is refused.
 */
export async function finishDiagnosis(ctx: Ctx, { occasion, ...input }: HandedIn): Promise<void> {
	const own = await enterEnrolment(ctx.db, ctx.actor, input.id, 'intern');
	if (!readOccasion(occasion)) missing('form');
	const owner = { enrolmentId: own.id, cohortId: own.cohortId };
	const sheet = sheetOf(await loadProgramme(ctx.db, own.programmeVersionId), 'diagnostic', owner, occasion);
	await stopAtEnd(ctx.db, sheet, ctx.now()).catch(async (refusal: unknown) => {
		await closeOverdue(ctx, own.id);
		throw refusal;
	});

	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern');
		const { rules } = await loadProgramme(tx, enrolment.programmeVersionId);
		await queueForAttempts(tx, enrolment.id);

		if (await isHandedIn(tx, sheet, input.answer)) return;
		await stopUnlessBegun(tx, sheet);
		await handIn(tx, sheet, input, { personId: ctx.actor.personId, at: ctx.now() });
		stopAtTooFew(rules.diagnostic, input.answer);
		await closeAttempt(tx, { enrolmentId: enrolment.id, occasion }, 'person');

		const subject = { id: enrolment.id, cohortId: enrolment.cohortId };
		await record(tx, ctx, 'diagnosis.finished', subject, occasion ? { occasion } : {});
		await settleCard(tx, ctx, enrolment, occasion);
	});
}
