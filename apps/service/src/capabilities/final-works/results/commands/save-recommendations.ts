import type { Ctx } from '../../../../shell/context.ts';
import { enterOwn } from '../access.ts';
import { adviceRows, sheetFor } from '../recommendations.ts';
import { keepSheet, type Draft } from '../sheets.ts';

/** Saves the draft of the author's table of recommendations (R117). */
export async function saveRecommendations(ctx: Ctx, { id, ...draft }: Draft & { id: string }) {
	const told = await enterOwn(ctx.db, ctx.actor, id);
	const sheet = sheetFor(id, await adviceRows(ctx.db, told));
	return keepSheet(ctx.db, sheet, draft, { at: ctx.now(), mode: 'draft' });
}
