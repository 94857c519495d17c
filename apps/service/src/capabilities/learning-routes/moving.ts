import type { Tx } from '@stazhirovka/db';
import type { WorkCalendar } from '@stazhirovka/domain/calendar';
import { carriedItems, movedItems, type Period } from '@stazhirovka/domain/learning-routes';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../shell/context.ts';
import { recordAll } from '../../shell/journal.ts';
import { routesOfCohort } from './queries.ts';
import { bareItems, changeRoute, lockRoute, replaceItems } from './store.ts';
import { keepVersion } from './versions-store.ts';

export type RouteMove = {
	cohortId: string;
	/** The route of this one alone, which has come along from another cohort. */
	enrolmentId?: string;
	before: Period;
	after: Period;
	today: string;
	calendar: WorkCalendar;
};

/**
 * Moves the routes of a cohort with its days: tasks that were sent or are past stay. Answers with the enrolments whose
 * route has other days now.
 */
export async function moveRoutes(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	{ cohortId, enrolmentId: carried, before, after, today, calendar }: RouteMove
): Promise<Set<string>> {
	const moved = new Set<string>();
	const days = carried ? carriedItems : movedItems;
	for (const { enrolmentId, sent } of await routesOfCohort(tx, cohortId, carried)) {
		const route = await lockRoute(tx, enrolmentId);
		if (!route) continue;
		const happened = ({ task }: { task: string }) => sent.includes(task);
		const items = days(bareItems(route), happened, { before, after, today }, calendar);
		if (isDeepStrictEqual(items, bareItems(route))) continue;

		const version = { items, origin: 'cohort' as const, authorId: ctx.actor.personId, at: ctx.now() };
		await keepVersion(tx, route, version);
		await replaceItems(tx, route.id, items);
		await changeRoute(tx, route, { revision: route.revision + 1 });
		await recordAll(tx, ctx, [{ kind: 'learning_route.moved', subject: { id: route.id, cohortId } }]);
		moved.add(enrolmentId);
	}
	return moved;
}
