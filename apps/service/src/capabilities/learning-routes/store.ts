import type { Database, Tx } from '@stazhirovka/db';
import { learningRouteItems, learningRoutes, taskExtendedTo } from '@stazhirovka/db/schema';
import type { RouteItem } from '@stazhirovka/domain/learning-routes';
import { and, asc, eq } from 'drizzle-orm';
import { conflict, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;
type Row = typeof learningRoutes.$inferSelect;
/** With its items in their order, and with the time that the intern was given for them. */
export type RouteRow = Row & { items: GivenItem[] };
type GivenItem = RouteItem & { extendedTo: string | null };
type NewRoute = Pick<Row, 'enrolmentId' | 'proposal' | 'createdAt'> & { items: RouteItem[] };
type RouteChange = Partial<
	Pick<Row, 'state' | 'revision' | 'changeReason' | 'remark' | 'proposedAt' | 'agreedAt' | 'agreedBy'>
>;

export async function insertRoute(tx: Tx, { items, ...route }: NewRoute): Promise<string> {
	const [row] = await tx.insert(learningRoutes).values(route).returning({ id: learningRoutes.id });
	if (!row) return conflict('learning_route');

	await putItems(tx, row.id, items);
	return row.id;
}

export async function findRoute(db: Queryable, enrolmentId: string): Promise<RouteRow | undefined> {
	const [row] = await db.select().from(learningRoutes).where(eq(learningRoutes.enrolmentId, enrolmentId));
	return row && { ...row, items: await itemsOf(db, row.id) };
}

/** Locked, so that nobody changes the route or sends one of its tasks meanwhile. */
export async function lockRoute(tx: Tx, enrolmentId: string): Promise<RouteRow | undefined> {
	const [row] = await tx
		.select()
		.from(learningRoutes)
		.where(eq(learningRoutes.enrolmentId, enrolmentId))
		.for('no key update');

	return row && { ...row, items: await itemsOf(tx, row.id) };
}

/** The same route, if it still is what the person saw. */
export async function lockRouteAt(tx: Tx, enrolmentId: string, revision: number): Promise<RouteRow> {
	const route = (await lockRoute(tx, enrolmentId)) ?? missing('learning_route');
	return route.revision === revision ? route : conflict('learning_route', { revision: route.revision });
}

/** Writes only over the route that the decision was made on. */
export async function changeRoute(tx: Tx, route: RouteRow, change: RouteChange): Promise<void> {
	const { id, state, revision } = route;
	const [row] = await tx
		.update(learningRoutes)
		.set(change)
		.where(
			and(eq(learningRoutes.id, id), eq(learningRoutes.state, state), eq(learningRoutes.revision, revision))
		)
		.returning({ id: learningRoutes.id });

	if (!row) conflict('learning_route');
}

export async function replaceItems(tx: Tx, learningRouteId: string, items: RouteItem[]): Promise<void> {
	await tx.delete(learningRouteItems).where(eq(learningRouteItems.learningRouteId, learningRouteId));
	await putItems(tx, learningRouteId, items);
}

async function putItems(tx: Tx, learningRouteId: string, items: RouteItem[]): Promise<void> {
	const rows = items.map(({ task, dueOn }, index) => {
		return { learningRouteId, position: index + 1, taskKey: task, dueOn };
	});
	await tx.insert(learningRouteItems).values(rows);
}

/** The route itself, without what was given beside it. */
export function bareItems({ items }: Pick<RouteRow, 'items'>): RouteItem[] {
	return items.map(({ task, dueOn }) => ({ task, dueOn }));
}

function itemsOf(db: Queryable, learningRouteId: string): Promise<GivenItem[]> {
	return db
		.select({
			task: learningRouteItems.taskKey,
			dueOn: learningRouteItems.dueOn,
			extendedTo: taskExtendedTo(learningRoutes.enrolmentId, learningRouteItems.taskKey)
		})
		.from(learningRouteItems)
		.innerJoin(learningRoutes, eq(learningRoutes.id, learningRouteItems.learningRouteId))
		.where(eq(learningRouteItems.learningRouteId, learningRouteId))
		.orderBy(asc(learningRouteItems.position));
}
