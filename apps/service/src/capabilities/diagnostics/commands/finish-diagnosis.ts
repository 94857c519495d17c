import { deficitCard } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { handIn, isHandedIn, sheetOf } from '../../forms/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import * as store from '../store.ts';

export type HandedIn = { id: string; revision: number; answer: Record<string, unknown> };

/**
 * Hands the diagnostic in and builds the deficit card, once (R90, R91). With too much unanswered nothing is stored
 * and the sheet stays open. The same hand-in again (a double click) is answered like the first.
 */
export async function finishDiagnosis(ctx: Ctx, input: HandedIn): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern');
		const owner = { enrolmentId: enrolment.id, cohortId: enrolment.cohortId };
		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		const sheet = sheetOf(programme, 'diagnostic', owner);

		if (await isHandedIn(tx, sheet, input.answer)) return;
		await handIn(tx, sheet, input, { personId: ctx.actor.personId, at: ctx.now() });

		const card = built(deficitCard(programme.rules.diagnostic, input.answer), programme.rules.diagnostic);
		const { id } = await store.insertCard(tx, {
			enrolmentId: owner.enrolmentId,
			...card,
			createdAt: ctx.now()
		});
		await record(tx, ctx, 'diagnosis.finished', { id: enrolment.id, cohortId: owner.cohortId });
		await record(tx, ctx, 'deficit_card.built', { id, cohortId: owner.cohortId });
	});
}

function built(card: ReturnType<typeof deficitCard>, rules: { maxUnanswered: number }) {
	if (card.built) return { rows: card.rows, unanswered: card.unanswered };
	return faulty('deficit_card.too_many_unanswered', {
		unanswered: card.unanswered,
		allowed: rules.maxUnanswered
	});
}
