import type { Database } from '@stazhirovka/db';
import { acts, organisations, sites, statusDecisions } from '@stazhirovka/db/schema';
import { asc, desc, eq, inArray } from 'drizzle-orm';

const act = {
	id: acts.id,
	kind: acts.kind,
	number: acts.number,
	signedOn: acts.signedOn,
	issuer: acts.issuer,
	title: acts.title
};

/** Acts of these regions, newest first. */
export function actsOf(db: Database, regionIds: string[]) {
	return db
		.select(act)
		.from(acts)
		.where(inArray(acts.regionId, regionIds))
		.orderBy(desc(acts.signedOn), desc(acts.id));
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
