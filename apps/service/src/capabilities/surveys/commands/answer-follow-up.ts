import { validate, type Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { announceProgress } from '../../../shell/live.ts';
import { enterFollowUp } from '../follow-up.ts';
import * as store from '../follow-up-store.ts';

/** Takes the answer once, as that of the first survey is taken: the person and the answer never stand together. */
export async function answerFollowUp(
	ctx: Ctx,
	input: { id: string; answer: Record<string, unknown> }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { enrolment, definition, open } = await enterFollowUp({ ...ctx, db: tx }, input.id);
		if (!open) fail('refused', 'survey.not_yet');
		const faults = validate(definition, input.answer as Answer, 'final');
		if (faults.length) faulty('form.faulty', { faults });

		await store.insertParticipation(tx, enrolment.id);
		await store.insertAnswer(tx, enrolment.cohortId, input.answer as Answer);
		await announceProgress(tx, enrolment.cohortId);
	});
}
