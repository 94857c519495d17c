import { validate, type Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { announceProgress } from '../../../shell/live.ts';
import { enterSurvey } from '../survey.ts';
import * as store from '../store.ts';

/**
 * Takes the answer once (R120): the answer without the person and the fact without the answer, both or neither. The
 * journal is left out on purpose: with its time somebody could put the two together.
 */
export async function answerSurvey(
	ctx: Ctx,
	input: { id: string; answer: Record<string, unknown> }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { enrolment, definition, open } = await enterSurvey(tx, ctx.actor, input.id);
		if (!open) fail('refused', 'survey.results_not_announced');
		const faults = validate(definition, input.answer as Answer, 'final');
		if (faults.length) faulty('form.faulty', { faults });

		await store.insertParticipation(tx, enrolment.id);
		await store.insertAnswer(tx, enrolment.cohortId, input.answer as Answer);
		await announceProgress(tx, enrolment.cohortId);
	});
}
