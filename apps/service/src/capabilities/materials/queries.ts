import type { Database, Tx } from '@stazhirovka/db';
import { programmes, programmeVersions } from '@stazhirovka/db/schema';
import { and, eq, isNotNull, sql } from 'drizzle-orm';

/** Files that published programmes of a site name, with the titles of the programmes. */
export async function filesInProgrammes(
	db: Database | Tx,
	siteId: string
): Promise<ReadonlyMap<string, string[]>> {
	const { document } = programmeVersions;
	const rows = await db
		.selectDistinct({
			title: sql<string>`${document} ->> 'title'`,
			file: sql<string>`jsonb_path_query(${document}, '$.*[*].file') #>> '{}'`
		})
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.where(and(eq(programmes.siteId, siteId), isNotNull(programmeVersions.publishedAt)));
	const named = Map.groupBy(rows, ({ file }) => file);
	return new Map([...named].map(([file, found]) => [file, found.map(({ title }) => title)]));
}
