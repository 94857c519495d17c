import type { Ctx } from '../../../../shell/context.ts';
import { record } from '../../../../shell/journal.ts';
import { guardPrivacy } from '../../../forms/index.ts';
import { enterOwn } from '../access.ts';
import { adviceRows, sheetFor } from '../recommendations.ts';
import { keepSheet, type Draft } from '../sheets.ts';

type Finished = Draft & { id: string; confirmedPrivacy: boolean };

/** Finishes the table of recommendations: each has its answer (R117). It becomes part of the self-analysis (R112). */
export async function submitRecommendations(ctx: Ctx, input: Finished): Promise<void> {
	const { id, confirmedPrivacy, ...draft } = input;
	await ctx.db.transaction(async (tx) => {
		const told = await enterOwn(tx, ctx.actor, id);
		const sheet = sheetFor(id, await adviceRows(tx, told));
		const { answer } = await keepSheet(tx, sheet, draft, { at: ctx.now(), mode: 'final' });
		guardPrivacy(sheet.definition, answer, confirmedPrivacy);
		await record(tx, ctx, 'recommendations.answered', { id, cohortId: told.work.cohortId });
	});
}
