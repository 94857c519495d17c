import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { allowUntilCompleted, enterEnrolment } from '../access.ts';
import { suggestedFor } from '../run-sheet.ts';
import * as store from '../store.ts';

export type Assessment = { id: string; level: string; note: string | null };

/** The tutor's word on the intern's understanding after the discussion (R85), one of the programme's levels. */
export async function markUnderstanding(ctx: Ctx, { id, level, note }: Assessment): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, programmeVersionId } = await enterEnrolment(tx, ctx.actor, id, 'tutor');
		allowUntilCompleted((await store.lockEnrolment(tx, id)) ?? missing('enrolment'));
		const programme = await loadProgramme(tx, programmeVersionId);
		const levels = programme.rules.understanding?.levels ?? fail('refused', 'understanding.not_assessed');
		if (!levels.some(({ label }) => label === level))
			faulty('understanding.level_unknown', { field: 'level' });

		const suggested = await suggestedFor(tx, programme, { cohortId, id });
		await store.noteOn(tx, id, {
			understandingScore: suggested?.score ?? null,
			understandingLevel: level,
			understandingNote: note,
			understandingMarkedBy: ctx.actor.personId,
			understandingMarkedAt: ctx.now()
		});
		await record(tx, ctx, 'understanding.assessed', { id, cohortId }, { level });
	});
}
