import type { Database } from '@stazhirovka/db';
import { acts, actScans, organisations, sites, statusDecisions } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { hasWords } from '../search-queries.ts';

const act = {
	id: acts.id,
	kind: acts.kind,
	number: acts.number,
	signedOn: acts.signedOn,
	issuer: acts.issuer,
	title: acts.title
};

export type ActRow = Awaited<ReturnType<typeof searchActs>>[number];
type Search = { regionIds: string[]; q?: string; scan?: 'none' };

const HAYSTACK = sql`concat_ws(' ', ${acts.kind}, ${acts.number}, ${acts.issuer}, ${acts.title})`;

/** Acts of these regions, newest first, a page of them. */
export function searchActs(
	db: Database,
	search: Search,
	{ limit, offset }: { limit: number; offset: number }
) {
	return db
		.select(act)
		.from(acts)
		.where(among(db, search))
		.orderBy(desc(acts.signedOn), desc(acts.id))
		.limit(limit)
		.offset(offset);
}

export function countActs(db: Database, search: Search): Promise<number> {
	return db.$count(acts, among(db, search));
}

function among(db: Database, { regionIds, q, scan }: Search) {
	const scanned = db
		.select({ one: sql`1` })
		.from(actScans)
		.where(and(eq(actScans.actId, acts.id), isNull(actScans.replacedAt)));
	const bare = scan === 'none' ? notExists(scanned) : undefined;
	return and(inArray(acts.regionId, regionIds), hasWords(HAYSTACK, q), bare);
}

export function actById(db: Database, id: string) {
	return db.select(act).from(acts).where(eq(acts.id, id));
}

/** What these acts decided about sites. */
export function decisionsByActs(db: Database, actIds: string[]) {
	return db
		.select({
			actId: statusDecisions.actId,
			kind: statusDecisions.kind,
			from: statusDecisions.fromDay,
			lastDay: statusDecisions.lastDay,
			site: { id: sites.id, title: sites.title }
		})
		.from(statusDecisions)
		.innerJoin(sites, eq(sites.id, statusDecisions.siteId))
		.where(inArray(statusDecisions.actId, actIds))
		.orderBy(asc(sites.title), asc(statusDecisions.id));
}

export async function organisationTitle(db: Database, organisationId: string): Promise<string> {
	const [row] = await db
		.select({ title: organisations.title })
		.from(organisations)
		.where(eq(organisations.id, organisationId));
	return row?.title ?? '';
}
