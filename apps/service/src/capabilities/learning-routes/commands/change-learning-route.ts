import { forRoute } from '@stazhirovka/domain/diagnostics';
import { checkChange, decideRoute, type RouteItem } from '@stazhirovka/domain/learning-routes';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment, recountWay } from '../../cohorts/index.ts';
import { effectiveCard } from '../../diagnostics/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { submissionsOf } from '../../tasks/index.ts';
import * as store from '../store.ts';
import { keepVersion } from '../versions-store.ts';

export type RouteChange = { id: string; revision: number; items: RouteItem[]; reason: string | null };

/**
 * Sets dates, or other tasks with a reason (R94). Once the route has been proposed only the tutor changes it, always
 * with a reason; after the agreement that is a new revision of what was agreed.
 */
export async function changeLearningRoute(ctx: Ctx, input: RouteChange): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		allowUntilCompleted(enrolment);
		const by = enrolment.as.includes('intern') ? 'intern' : 'tutor';
		const route = await store.lockRouteAt(tx, enrolment.id, input.revision);
		const { rules } = await loadProgramme(tx, enrolment.programmeVersionId);
		const { rows, frozen } = await effectiveCard(tx, enrolment.id);
		const sent = (await submissionsOf(tx, enrolment.id)).map(({ task }) => task);

		const tasks = tasksOf(input.items);
		const asProposed = isDeepStrictEqual(tasks, route.proposal.tasks);
		const byHand = !asProposed && !isDeepStrictEqual(tasks, tasksOf(route.items));
		const facts = { state: route.state, cardFrozen: frozen };
		const { state, revised } = settle(
			decideRoute(facts, { type: 'change', by, byHand, reason: input.reason })
		);
		const checked = checkChange(rules.route, forRoute(rows), input.items, enrolment, sent);
		if (!checked.ok) faulty(checked.refusal.code, checked.refusal.details);

		if (isDeepStrictEqual(input.items, store.bareItems(route))) return;
		const kept = asProposed ? null : route.changeReason;
		const author = { authorId: ctx.actor.personId, at: ctx.now() };
		await keepVersion(tx, route, { items: input.items, origin: by, reason: input.reason, ...author });
		await store.replaceItems(tx, route.id, input.items);
		await store.changeRoute(tx, route, {
			state,
			changeReason: input.reason || kept,
			revision: route.revision + 1
		});
		await recountWay(tx, enrolment.id);
		const data = { by, byHand, reason: input.reason };
		const kind = revised ? 'learning_route.revised' : 'learning_route.changed';
		await record(tx, ctx, kind, { id: route.id, cohortId: enrolment.cohortId }, data);
	});
}

function tasksOf(items: RouteItem[]): string[] {
	return items.map(({ task }) => task);
}
