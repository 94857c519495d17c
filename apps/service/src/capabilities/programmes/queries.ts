import type { Database } from '@stazhirovka/db';
import {
	programmeApprovals,
	programmeDrafts,
	programmeMasters,
	programmes,
	programmeVersions,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';

const facts = {
	id: programmeVersions.id,
	number: programmeVersions.number,
	importedAt: programmeVersions.importedAt,
	publishedAt: programmeVersions.publishedAt,
	warnings: programmeVersions.warnings,
	title: sql<string>`${programmeVersions.document} ->> 'title'`,
	hours: sql<number>`(${programmeVersions.document} ->> 'hours_total')::int`,
	key: programmes.key,
	siteId: sites.id,
	site: sites.title,
	regionId: sites.regionId,
	regulationKey: sites.regulationKey,
	timeZone: sites.timeZone,
	draftId: programmeDrafts.id,
	isMaster: sql<boolean>`${programmeMasters.versionId} is not null`
};

export type VersionFacts = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

/** One version at one of these sites: elsewhere there is none. */
export async function findVersion(db: Pick<Database, 'select'>, id: string, siteIds: string[]) {
	const [row] = await db
		.select(facts)
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.leftJoin(programmeDrafts, eq(programmeDrafts.versionId, programmeVersions.id))
		.leftJoin(programmeMasters, eq(programmeMasters.versionId, programmeVersions.id))
		.where(and(eq(programmeVersions.id, id), inArray(sites.id, siteIds)));
	return row;
}

export function versionsOf(db: Pick<Database, 'select'>, siteIds: string[]): Promise<VersionFacts[]> {
	return db
		.select(facts)
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.leftJoin(programmeDrafts, eq(programmeDrafts.versionId, programmeVersions.id))
		.leftJoin(programmeMasters, eq(programmeMasters.versionId, programmeVersions.id))
		.where(inArray(sites.id, siteIds))
		.orderBy(asc(sql`${programmeVersions.document} ->> 'title'`), desc(programmeVersions.number));
}

/** The version of a programme that waits, whether its authors sent it, and whether anybody has approved it. */
export async function waitingVersion(db: Pick<Database, 'select'>, programmeId: string) {
	const [row] = await db
		.select({
			id: programmeVersions.id,
			ofDraft: sql<boolean>`${programmeDrafts.id} is not null`,
			approved: sql<boolean>`${programmeApprovals.id} is not null`
		})
		.from(programmeVersions)
		.leftJoin(programmeDrafts, eq(programmeDrafts.versionId, programmeVersions.id))
		.leftJoin(programmeApprovals, eq(programmeApprovals.versionId, programmeVersions.id))
		.where(and(eq(programmeVersions.programmeId, programmeId), isNull(programmeVersions.publishedAt)))
		.limit(1);
	return row;
}
