import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { enterCohort } from '../access.ts';
import { findRow } from '../first-module.ts';
import * as store from '../store.ts';

/** The tutor marks a row of the run sheet as held, or takes the mark back (R82). */
export async function markRow(ctx: Ctx, input: { id: string; key: string; held: boolean }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, programmeVersionId } = await enterCohort(tx, ctx.actor, input.id, 'tutor');
		const { document } = await loadProgramme(tx, programmeVersionId);
		const { key } = findRow(document, input.key);

		const mark = { cohortId, activityKey: key, markedBy: ctx.actor.personId, markedAt: ctx.now() };
		const changed = input.held ? await store.markHeld(tx, mark) : await store.unmarkHeld(tx, cohortId, key);
		if (changed) {
			await record(
				tx,
				ctx,
				'run_sheet.row_held',
				{ id: cohortId, cohortId },
				{ activity: key, held: input.held }
			);
		}
	});
}
