import type { Database, Tx } from '@stazhirovka/db';
import { grants, siteLeaders, sites } from '@stazhirovka/db/schema';
import { and, eq, exists, gte, isNull, lt, lte, not, or, sql, type SQL } from 'drizzle-orm';
import { appointedIn } from '../../appointments/index.ts';

/** Where the appointments to this office are kept. */
export const kept = siteLeaders;

type Queryable = Database | Tx;
export type NewLeader = typeof siteLeaders.$inferInsert;
export type LeaderRow = Awaited<ReturnType<typeof leadersOf>>[number];

/** Everybody who ever led the site or will, the newest first. */
export async function leadersOf(db: Queryable, siteId: string) {
	const { id, position, minutes } = siteLeaders;
	const [rows, choices] = await Promise.all([
		appointedIn(db, siteLeaders, { column: siteLeaders.siteId, ids: [siteId] }),
		db.select({ id, position, minutes }).from(siteLeaders).where(eq(siteLeaders.siteId, siteId))
	]);
	const chosen = new Map(choices.map((one) => [one.id, one]));
	return rows.map((row) => ({ position: null, minutes: null, ...chosen.get(row.id), ...row }));
}

const leadsSite = and(
	eq(grants.role, 'leader'),
	eq(grants.scopeKind, 'site'),
	eq(grants.scopeId, siteLeaders.siteId),
	eq(grants.personId, siteLeaders.personId)
);

export async function insertLeaders(tx: Tx, rows: NewLeader[]): Promise<void> {
	if (rows.length) await tx.insert(siteLeaders).values(rows);
}

/** Sites where who leads today and who has the right of it differ: days have come or passed, each in its zone. */
export async function unsettledSites(db: Database, now: Date): Promise<string[]> {
	const today: SQL<string> = sql`(${now.toISOString()}::timestamptz at time zone ${sites.timeZone})::date`;
	const leading = and(
		or(isNull(siteLeaders.fromDay), lte(siteLeaders.fromDay, today)),
		or(isNull(siteLeaders.lastDay), gte(siteLeaders.lastDay, today))
	);
	const granted = exists(
		db
			.select({ one: sql`1` })
			.from(grants)
			.where(leadsSite)
	);
	const again = sql`exists (select 1 from ${siteLeaders} other where other.site_id = ${siteLeaders.siteId}
		and other.person_id = ${siteLeaders.personId} and (other.from_day is null or other.from_day <= ${today})
		and (other.last_day is null or other.last_day >= ${today}))`;
	const over = and(lt(siteLeaders.lastDay, today), not(again));
	const rows = await db
		.selectDistinct({ id: siteLeaders.siteId })
		.from(siteLeaders)
		.innerJoin(sites, eq(sites.id, siteLeaders.siteId))
		.where(or(and(leading, not(granted)), and(over, granted)));
	return rows.map(({ id }) => id);
}
