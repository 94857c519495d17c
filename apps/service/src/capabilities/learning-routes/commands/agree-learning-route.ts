import { decideRoute } from '@stazhirovka/domain/learning-routes';
import type { Ctx } from '../../../shell/context.ts';
import { allow, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { needsConsent } from '../consent.ts';
import * as store from '../store.ts';

/**
 * The tutor agrees the route (R96). For a route longer than the programme's this is the consent that it needs. The
 * same tutor's second press (a double click) changes nothing.
 */
export async function agreeLearningRoute(ctx: Ctx, input: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		const { id, cohortId } = enrolment;
		allow(enrolment.as.includes('tutor'));
		const route = await store.lockRouteAt(tx, id, input.revision);
		if (route.state === 'agreed' && route.agreedBy === ctx.actor.personId) return;
		const { frozen } = await effectiveCard(tx, id);
		const { rules } = await loadProgramme(tx, enrolment.programmeVersionId);

		const { state } = settle(decideRoute({ state: route.state, cardFrozen: frozen }, { type: 'agree' }));

		const agreement = { agreedAt: ctx.now(), agreedBy: ctx.actor.personId, remark: null };
		await store.changeRoute(tx, route, { state, ...agreement });
		const data = { revision: route.revision, consentToLength: needsConsent(route, rules.route) };
		await record(tx, ctx, 'learning_route.agreed', { id: route.id, cohortId }, data);
	});
}
