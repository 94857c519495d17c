import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { allow } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment } from '../../cohorts/index.ts';
import { scheduleFor } from '../scheduling.ts';
import * as store from '../store.ts';
import { keepVersion, putLimit } from '../versions-store.ts';

/**
 * The intern says how much of a week there is for the route (R124). The days of a route that is still in the intern's
 * hands are laid out anew by it; an agreed one stays, and its fullest weeks are told.
 */
export async function setStudyLimit(
	ctx: Ctx,
	{ id, minutesPerWeek }: { id: string; minutesPerWeek: number | null }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern', 'tutor');
		allow(enrolment.as.includes('intern'));
		allowUntilCompleted(enrolment);
		await putLimit(tx, { enrolmentId: id, minutesPerWeek, setAt: ctx.now() });
		const subject = { id, cohortId: enrolment.cohortId };
		await record(tx, ctx, 'learning_route.limit_set', subject, { minutesPerWeek });

		const route = await store.lockRoute(tx, id);
		if (!route || (route.state !== 'draft' && route.state !== 'returned')) return;
		const tasks = route.items.map(({ task }) => task);
		const { items } = await scheduleFor(tx, ctx, enrolment, tasks);
		if (isDeepStrictEqual(items, store.bareItems(route))) return;

		await keepVersion(tx, route, { items, origin: 'rules', authorId: ctx.actor.personId, at: ctx.now() });
		await store.replaceItems(tx, route.id, items);
		await store.changeRoute(tx, route, { revision: route.revision + 1 });
	});
}
