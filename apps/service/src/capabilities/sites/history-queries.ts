import type { Database, Tx } from '@stazhirovka/db';
import { acts, organisations, siteMembers, statusDecisions } from '@stazhirovka/db/schema';
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

export type DecisionRow = Awaited<ReturnType<typeof decisionsOf>>[number];

/** Everything that acts have said of these sites, as it was entered. */
export function decisionsOf(db: Queryable, siteIds: string[]) {
	return db
		.select({
			id: statusDecisions.id,
			siteId: statusDecisions.siteId,
			kind: statusDecisions.kind,
			from: statusDecisions.fromDay,
			lastDay: statusDecisions.lastDay,
			ground: statusDecisions.ground,
			reason: statusDecisions.reason,
			regulationVersionId: statusDecisions.regulationVersionId,
			signedOn: acts.signedOn,
			act: { id: acts.id, kind: acts.kind, number: acts.number, signedOn: acts.signedOn, issuer: acts.issuer }
		})
		.from(statusDecisions)
		.innerJoin(acts, eq(acts.id, statusDecisions.actId))
		.where(inArray(statusDecisions.siteId, siteIds))
		.orderBy(asc(statusDecisions.id));
}

/** The acts behind these decisions. */
export function actsIn(decisions: DecisionRow[]): string[] {
	return [...new Set(decisions.map(({ act }) => act.id))];
}

/** Every membership that there was in the network of a site, the standing ones first. */
export function membershipsOf(db: Queryable, siteId: string) {
	return db
		.select({
			id: siteMembers.id,
			organisationId: siteMembers.organisationId,
			organisation: organisations.title,
			isLead: siteMembers.isLead,
			minutes: siteMembers.minutes,
			joinedOn: siteMembers.joinedOn,
			leftOn: siteMembers.leftOn
		})
		.from(siteMembers)
		.innerJoin(organisations, eq(organisations.id, siteMembers.organisationId))
		.where(eq(siteMembers.siteId, siteId))
		.orderBy(sql`${siteMembers.leftOn} desc nulls first`, desc(siteMembers.isLead), asc(organisations.title));
}
