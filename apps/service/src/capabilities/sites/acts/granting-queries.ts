import type { Database, Tx } from '@stazhirovka/db';
import { acts, statusDecisions } from '@stazhirovka/db/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

/** The act by which the site has its status now or had it last. */
export async function grantingAct(db: Queryable, siteId: string) {
	const [row] = await db
		.select({ id: acts.id, kind: acts.kind, number: acts.number, signedOn: acts.signedOn })
		.from(statusDecisions)
		.innerJoin(acts, eq(acts.id, statusDecisions.actId))
		.where(and(eq(statusDecisions.siteId, siteId), inArray(statusDecisions.kind, ['grant', 'extend'])))
		.orderBy(desc(statusDecisions.fromDay), desc(statusDecisions.id))
		.limit(1);
	return row;
}
