import type { Recommendation } from '@stazhirovka/contract/sites';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { insertRecommendation } from '../organisation-store.ts';
import { enterOrganisation } from '../organisations.ts';

/** Puts an organisation on the list that a municipal authority recommends (R29); the same list twice is one. */
export async function recommendOrganisation(
	ctx: Ctx,
	id: string,
	recommended: Recommendation
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterOrganisation(tx, ctx.actor, id);
		const values = { ...recommended, organisationId: id, createdAt: ctx.now() };
		if (!(await insertRecommendation(tx, values))) return;
		await record(tx, ctx, 'organisation.recommended', { id }, recommended);
	});
}
