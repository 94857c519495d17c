import type { Database, Tx } from '@stazhirovka/db';
import { cohortSessions, sites } from '@stazhirovka/db/schema';
import { and, eq, max } from 'drizzle-orm';

type Queryable = Database | Tx;

/** The last day of the work in person (module 1), where the cohort has a date for it. */
export async function lastDayInPerson(db: Queryable, cohortId: string): Promise<string | null> {
	const [row] = await db
		.select({ day: max(cohortSessions.date) })
		.from(cohortSessions)
		.where(and(eq(cohortSessions.cohortId, cohortId), eq(cohortSessions.module, 1)));
	return row?.day ?? null;
}

export async function placeOfSite(db: Queryable, siteId: string) {
	const [row] = await db
		.select({ siteId: sites.id, regionId: sites.regionId })
		.from(sites)
		.where(eq(sites.id, siteId));
	return row;
}
