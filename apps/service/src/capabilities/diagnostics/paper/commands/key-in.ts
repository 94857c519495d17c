import type { DiagnosisStage } from '@stazhirovka/domain/diagnostics';
import { validate, type Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../../shell/context.ts';
import { faulty, missing, settle } from '../../../../shell/errors.ts';
import { allowUntilCompleted, enterEnrolment } from '../../../cohorts/index.ts';
import { queueForAttempts } from '../../attempts/store.ts';
import { placeOnPaper } from '../place.ts';
import * as store from '../store.ts';

export type Keyed = { id: string; stage: DiagnosisStage; pass: 'first' | 'second'; answer: unknown };

/** Stores what was keyed from paper, apart from the intern's sheet: nothing is handed in before both are compared. */
export async function keyIn(ctx: Ctx, { id, stage, pass, ...keyed }: Keyed): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'tutor');
		allowUntilCompleted(enrolment);
		await queueForAttempts(tx, enrolment.id);
		const { situation, place, occasion } = await placeOnPaper(tx, enrolment, stage, ctx);
		settle(place);
		const { definition } = situation.programme.forms.get('diagnostic') ?? missing('form');
		const answer = keyed.answer as Answer;
		const faults = validate(definition, answer, 'draft');
		if (faults.length) faulty('form.faulty', { faults });

		const of = { enrolmentId: enrolment.id, occasion: occasion ?? '' };
		const by = { answer, by: ctx.actor.personId, at: ctx.now() };
		await (pass === 'first' ? store.putFirst(tx, of, by) : store.putSecond(tx, of, by));
	});
}
