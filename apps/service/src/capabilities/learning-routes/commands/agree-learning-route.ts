import { decideRoute } from '@stazhirovka/domain/learning-routes';
import type { Ctx } from '../../../shell/context.ts';
import { settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { needsConsent } from '../consent.ts';
import * as store from '../store.ts';

/** The tutor agrees the route (R96). For a route longer than the programme's this is the consent that it needs. */
export async function agreeLearningRoute(ctx: Ctx, input: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { id, cohortId, programmeVersionId } = await enterEnrolment(tx, ctx.actor, input.id, 'tutor');
		const route = await store.lockRouteAt(tx, id, input.revision);
		const { frozen } = await effectiveCard(tx, id);
		const { rules } = await loadProgramme(tx, programmeVersionId);

		const { state } = settle(decideRoute({ state: route.state, cardFrozen: frozen }, { type: 'agree' }));

		const agreement = { agreedAt: ctx.now(), agreedBy: ctx.actor.personId, remark: null };
		await store.changeRoute(tx, route, { state, ...agreement });
		const data = { revision: route.revision, consentToLength: needsConsent(route, rules.route) };
		await record(tx, ctx, 'learning_route.agreed', { id: route.id, cohortId }, data);
	});
}
