import type { Database, Tx } from '@stazhirovka/db';
import { acts, grants, nameColumns, people, siteLeaders, sites } from '@stazhirovka/db/schema';
import {
	and,
	asc,
	desc,
	eq,
	exists,
	gte,
	inArray,
	isNull,
	lt,
	lte,
	not,
	or,
	sql,
	type SQL
} from 'drizzle-orm';

type Queryable = Database | Tx;
export type NewLeader = typeof siteLeaders.$inferInsert;
export type LeaderRow = Awaited<ReturnType<typeof leadersOf>>[number];

/** Everybody who ever led the site or will, the newest first. */
export function leadersOf(db: Queryable, siteId: string) {
	return db
		.select({
			id: siteLeaders.id,
			personId: siteLeaders.personId,
			name: nameColumns,
			post: people.position,
			position: siteLeaders.position,
			from: siteLeaders.fromDay,
			lastDay: siteLeaders.lastDay,
			minutes: siteLeaders.minutes,
			act: { kind: acts.kind, number: acts.number, signedOn: acts.signedOn, issuer: acts.issuer }
		})
		.from(siteLeaders)
		.innerJoin(people, eq(people.id, siteLeaders.personId))
		.leftJoin(acts, eq(acts.id, siteLeaders.actId))
		.where(eq(siteLeaders.siteId, siteId))
		.orderBy(sql`${siteLeaders.fromDay} desc nulls last`, desc(siteLeaders.id));
}

const leadsSite = and(
	eq(grants.role, 'leader'),
	eq(grants.scopeKind, 'site'),
	eq(grants.scopeId, siteLeaders.siteId),
	eq(grants.personId, siteLeaders.personId)
);

/** People who have the right of a leader at the site. */
export function grantedLeaders(db: Queryable, siteId: string) {
	return db
		.selectDistinct({ id: people.id, name: nameColumns, post: people.position })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'leader'), eq(grants.scopeKind, 'site'), eq(grants.scopeId, siteId)))
		.orderBy(asc(people.surname), asc(people.givenName));
}

export async function insertLeaders(tx: Tx, rows: NewLeader[]): Promise<void> {
	if (rows.length) await tx.insert(siteLeaders).values(rows);
}

export async function endLeader(
	tx: Tx,
	id: string,
	ended: { lastDay: string; relievedByActId: string | null }
): Promise<void> {
	await tx.update(siteLeaders).set(ended).where(eq(siteLeaders.id, id));
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

export function addressesOf(db: Queryable, ids: string[]) {
	return db
		.select({ id: people.id, email: people.email, givenName: people.givenName })
		.from(people)
		.where(inArray(people.id, ids));
}
