import type { Database } from '@stazhirovka/db';
import { programmes, programmeVersions, sites } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';

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
	site: sites.title
};

export type VersionFacts = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

/** One version at one of these sites: elsewhere there is none. */
export async function findVersion(db: Pick<Database, 'select'>, id: string, siteIds: string[]) {
	const [row] = await db
		.select(facts)
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.where(and(eq(programmeVersions.id, id), inArray(sites.id, siteIds)));
	return row;
}

export function versionsOf(db: Pick<Database, 'select'>, siteIds: string[]): Promise<VersionFacts[]> {
	return db
		.select(facts)
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.where(inArray(sites.id, siteIds))
		.orderBy(asc(sql`${programmeVersions.document} ->> 'title'`), desc(programmeVersions.number));
}
