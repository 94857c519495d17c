import type { Ctx } from '../../../../shell/context.ts';
import { missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { keptRules } from '../../kept-rules.ts';
import { deleteRecommendation, recommendationRegulation } from '../recommendation-store.ts';
import { today } from '../../../../shell/today.ts';

/** Takes an organisation from the list; what it has handed in before stays handed in. */
export async function stopRecommending(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const regulationId = await recommendationRegulation(tx, id);
		const kept = await keptRules(tx, ctx.actor, today(ctx.now));
		if (!kept.some((rules) => rules.regulationId === regulationId)) missing('recommendation');

		await deleteRecommendation(tx, id);
		await record(tx, ctx, 'recommendation.removed', { id });
	});
}
