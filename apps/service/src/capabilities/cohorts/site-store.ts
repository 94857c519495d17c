import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, programmes, programmeVersions, sites } from '@stazhirovka/db/schema';
import { and, asc, eq, gte, inArray, isNotNull } from 'drizzle-orm';

/** Cohorts of a site that end on this day or later. */
export function cohortsAfter(db: Database | Tx, siteId: string, day: string) {
	return db
		.select({ id: cohorts.id, title: cohorts.title, startsOn: cohorts.startsOn, endsOn: cohorts.endsOn })
		.from(cohorts)
		.where(and(eq(cohorts.siteId, siteId), gte(cohorts.endsOn, day)))
		.orderBy(asc(cohorts.startsOn), asc(cohorts.id));
}

/** Closes the open enrolment in cohorts that would begin on this day or later; answers with those. */
export async function closeEnrolmentFrom(tx: Tx, siteId: string, day: string): Promise<string[]> {
	const later = and(eq(cohorts.siteId, siteId), gte(cohorts.startsOn, day));
	const rows = await tx
		.update(cohorts)
		.set({ enrolmentOpen: false })
		.where(and(later, eq(cohorts.enrolmentOpen, true)))
		.returning({ id: cohorts.id });
	return rows.map(({ id }) => id);
}

/** The site of a published version, when it is one of these. */
export async function siteOfVersion(db: Database | Tx, versionId: string, siteIds: string[]) {
	const [row] = await db
		.select({ siteId: sites.id })
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.where(
			and(
				eq(programmeVersions.id, versionId),
				isNotNull(programmeVersions.publishedAt),
				inArray(sites.id, siteIds)
			)
		);
	return row;
}
