import { decideRoute } from '@stazhirovka/domain/learning-routes';
import type { Ctx } from '../../../shell/context.ts';
import { allow, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import * as store from '../store.ts';

/**
 * The intern sends the route to the tutor; a remark on an earlier proposal is answered by that. Sent again as it is (a
 * double click), nothing changes.
 */
export async function proposeLearningRoute(ctx: Ctx, input: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { id, cohortId, as } = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		allow(as.includes('intern'));
		const route = await store.lockRouteAt(tx, id, input.revision);
		if (route.state === 'proposed') return;
		const { frozen } = await effectiveCard(tx, id);

		const { state } = settle(decideRoute({ state: route.state, cardFrozen: frozen }, { type: 'propose' }));

		await store.changeRoute(tx, route, { state, proposedAt: ctx.now(), remark: null });
		await record(
			tx,
			ctx,
			'learning_route.proposed',
			{ id: route.id, cohortId },
			{ revision: route.revision }
		);
	});
}
