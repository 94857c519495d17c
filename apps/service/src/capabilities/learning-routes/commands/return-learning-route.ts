import { decideRoute } from '@stazhirovka/domain/learning-routes';
import type { Ctx } from '../../../shell/context.ts';
import { allow, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import * as store from '../store.ts';

export type Return = { id: string; revision: number; remark: string };

/** The tutor returns a proposed route with a remark; the intern may change it again. The same remark twice is one. */
export async function returnLearningRoute(ctx: Ctx, { remark, ...input }: Return): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { id, cohortId, as } = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		allow(as.includes('tutor'));
		const route = await store.lockRouteAt(tx, id, input.revision);
		if (route.state === 'returned' && route.remark === remark) return;
		const { frozen } = await effectiveCard(tx, id);

		const facts = { state: route.state, cardFrozen: frozen };
		const { state } = settle(decideRoute(facts, { type: 'return', remark }));

		await store.changeRoute(tx, route, { state, remark });
		await record(tx, ctx, 'learning_route.returned', { id: route.id, cohortId }, { remark });
	});
}
