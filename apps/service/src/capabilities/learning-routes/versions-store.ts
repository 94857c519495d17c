import type { Database, Tx } from '@stazhirovka/db';
import { learningRouteVersions, nameColumns, people, studyLimits } from '@stazhirovka/db/schema';
import type { RouteItem, RouteVersionOrigin } from '@stazhirovka/domain/learning-routes';
import { and, asc, eq, max } from 'drizzle-orm';
import { conflict } from '../../shell/errors.ts';
import { bareItems, type RouteRow } from './store.ts';

type Queryable = Database | Tx;

export type NewVersion = {
	items: RouteItem[];
	origin: RouteVersionOrigin;
	reason?: string | null;
	authorId: string | null;
	at: Date;
	standing?: 'held' | 'asked';
};

/**
 * Keeps what the route becomes, or is wished to become. A route from before versions were kept first gets its own state
 * as the first one. The caller holds the route, so numbers follow each other.
 */
export async function keepVersion(tx: Tx, route: RouteRow, version: NewVersion): Promise<number> {
	const [row] = await tx
		.select({ last: max(learningRouteVersions.number) })
		.from(learningRouteVersions)
		.where(eq(learningRouteVersions.learningRouteId, route.id));
	const last = row?.last ?? 0;
	if (last === 0) {
		const first = { items: bareItems(route), origin: 'rules' as const, at: route.createdAt, authorId: null };
		await insertVersion(tx, route.id, 1, first);
	}
	const number = Math.max(last, 1) + 1;
	await insertVersion(tx, route.id, number, version);
	return number;
}

/** The first version: the route as the rules made it. */
export async function insertVersion(
	tx: Tx,
	learningRouteId: string,
	number: number,
	{ standing = 'held', ...version }: NewVersion
): Promise<void> {
	await tx.insert(learningRouteVersions).values({ ...version, learningRouteId, number, standing });
}

export type VersionRow = Awaited<ReturnType<typeof versionsOf>>[number];

export function versionsOf(db: Queryable, learningRouteId: string) {
	return db
		.select({
			number: learningRouteVersions.number,
			items: learningRouteVersions.items,
			origin: learningRouteVersions.origin,
			reason: learningRouteVersions.reason,
			at: learningRouteVersions.at,
			standing: learningRouteVersions.standing,
			remark: learningRouteVersions.remark,
			decidedAt: learningRouteVersions.decidedAt,
			author: nameColumns
		})
		.from(learningRouteVersions)
		.leftJoin(people, eq(people.id, learningRouteVersions.authorId))
		.where(eq(learningRouteVersions.learningRouteId, learningRouteId))
		.orderBy(asc(learningRouteVersions.number));
}

/** Decides a wish that still waits. */
export async function decideVersion(
	tx: Tx,
	{ routeId, number }: { routeId: string; number: number },
	decision: { standing: 'held' | 'declined'; remark: string | null; decidedBy: string; decidedAt: Date }
): Promise<void> {
	const rows = await tx
		.update(learningRouteVersions)
		.set(decision)
		.where(
			and(
				eq(learningRouteVersions.learningRouteId, routeId),
				eq(learningRouteVersions.number, number),
				eq(learningRouteVersions.standing, 'asked')
			)
		)
		.returning({ id: learningRouteVersions.id });
	if (rows.length === 0) conflict('learning_route');
}

export async function limitOf(db: Queryable, enrolmentId: string): Promise<number | null> {
	const [row] = await db
		.select({ minutes: studyLimits.minutesPerWeek })
		.from(studyLimits)
		.where(eq(studyLimits.enrolmentId, enrolmentId));
	return row?.minutes ?? null;
}

/** `null` takes the limit away. */
export async function putLimit(
	tx: Tx,
	{ enrolmentId, minutesPerWeek, setAt }: { enrolmentId: string; minutesPerWeek: number | null; setAt: Date }
): Promise<void> {
	if (minutesPerWeek === null) {
		await tx.delete(studyLimits).where(eq(studyLimits.enrolmentId, enrolmentId));
		return;
	}
	await tx
		.insert(studyLimits)
		.values({ enrolmentId, minutesPerWeek, setAt })
		.onConflictDoUpdate({ target: studyLimits.enrolmentId, set: { minutesPerWeek, setAt } });
}
