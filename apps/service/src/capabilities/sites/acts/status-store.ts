import type { Database, Tx } from '@stazhirovka/db';
import { sites, statusDecisions, statusPeriods } from '@stazhirovka/db/schema';
import { inOrder, periodsOf, type StatusDecision, type StatusPeriod } from '@stazhirovka/domain/sites';
import { asc, eq, inArray } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';

type Queryable = Database | Tx;

export type NewDecision = Omit<typeof statusDecisions.$inferInsert, 'id'>;

/** What is decided about one site goes one after the other. */
export async function lockSite(tx: Tx, siteId: string): Promise<void> {
	await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for('no key update');
}

/** Everything that acts have said of a site, in the order in which it takes effect. */
export async function historyOf(db: Queryable, siteId: string): Promise<StatusDecision[]> {
	const rows = await db
		.select({ kind: statusDecisions.kind, from: statusDecisions.fromDay, lastDay: statusDecisions.lastDay })
		.from(statusDecisions)
		.where(eq(statusDecisions.siteId, siteId))
		.orderBy(asc(statusDecisions.id));
	return inOrder(rows);
}

/**
 * Writes a decision and works the periods of the site out anew. The caller holds the site's lock. An act says a thing
 * about a site once: the second time is refused.
 */
export async function writeDecision(tx: Tx, decision: NewDecision): Promise<void> {
	const rows = await tx.insert(statusDecisions).values(decision).onConflictDoNothing().returning(idOnly);
	if (rows.length === 0) fail('refused', 'status.decided_already');
	await rebuildPeriods(tx, decision.siteId);
}

const idOnly = { id: statusDecisions.id };

/** The stored periods follow from the decisions alone, so this may be rerun at any time and gives the same. */
export async function rebuildPeriods(tx: Tx, siteId: string): Promise<void> {
	const periods = periodsOf(await historyOf(tx, siteId));
	const rows = periods.map(({ from, ...period }, position) => ({
		...period,
		fromDay: from,
		siteId,
		position
	}));
	await tx.delete(statusPeriods).where(eq(statusPeriods.siteId, siteId));
	if (rows.length) await tx.insert(statusPeriods).values(rows);
}

/** When a site was and will be active or suspended. */
export async function statusPeriodsOf(db: Queryable, siteId: string): Promise<StatusPeriod[]> {
	return (await statusPeriodsOfAll(db, [siteId])).get(siteId) ?? [];
}

/** The same of several sites, by their ids; one that never had a status is not among them. */
export async function statusPeriodsOfAll(
	db: Queryable,
	siteIds: string[]
): Promise<ReadonlyMap<string, StatusPeriod[]>> {
	const rows = await db
		.select({
			siteId: statusPeriods.siteId,
			state: statusPeriods.state,
			from: statusPeriods.fromDay,
			lastDay: statusPeriods.lastDay,
			terminated: statusPeriods.terminated
		})
		.from(statusPeriods)
		.where(inArray(statusPeriods.siteId, siteIds))
		.orderBy(asc(statusPeriods.siteId), asc(statusPeriods.position));
	const periods = new Map<string, StatusPeriod[]>();
	for (const { siteId, ...period } of rows) periods.set(siteId, [...(periods.get(siteId) ?? []), period]);
	return periods;
}
