import type { Database, Tx } from '@stazhirovka/db';
import { municipalities, organisations, regions, sites } from '@stazhirovka/db/schema';
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { hasWords } from '../search-queries.ts';

type Queryable = Database | Tx;

const HAYSTACK = sql`concat_ws(' ', ${organisations.title}, ${organisations.shortTitle}, ${organisations.inn},
	${municipalities.title})`;

/** Organisations of these regions by title, a page of them; `total` counts them all. */
export function searchOrganisations(
	db: Queryable,
	{ regionIds, q }: { regionIds: string[]; q?: string },
	{ limit, offset }: { limit: number; offset: number }
) {
	const own = db.select({ count: count() }).from(sites).where(eq(sites.organisationId, organisations.id));
	return db
		.select({
			id: organisations.id,
			title: organisations.title,
			kind: organisations.kind,
			municipality: municipalities.title,
			region: regions.title,
			sites: sql<number>`(${own})::int`,
			total: sql<number>`(count(*) over ())::int`
		})
		.from(organisations)
		.innerJoin(regions, eq(regions.id, organisations.regionId))
		.leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
		.where(and(inArray(organisations.regionId, regionIds), hasWords(HAYSTACK, q)))
		.orderBy(asc(organisations.title), asc(organisations.id))
		.limit(limit)
		.offset(offset);
}

/** Organisations that people may name as theirs, a page of them, found by words of their names and places or by an ИНН. */
export function searchListed(
	db: Queryable,
	{ q, ids }: { q?: string; ids?: string[] },
	{ limit, offset }: { limit: number; offset: number }
) {
	return db
		.select({
			id: organisations.id,
			title: organisations.shortTitle,
			place: sql<string | null>`coalesce(${municipalities.title}, ${regions.title})`,
			total: sql<number>`(count(*) over ())::int`
		})
		.from(organisations)
		.innerJoin(regions, eq(regions.id, organisations.regionId))
		.leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
		.where(and(eq(organisations.listed, true), ids && inArray(organisations.id, ids), hasWords(HAYSTACK, q)))
		.orderBy(asc(organisations.shortTitle), asc(organisations.id))
		.limit(limit)
		.offset(offset);
}

export type OrganisationFacts = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** One organisation of these regions: elsewhere there is none. */
export async function findOrganisation(db: Queryable, id: string, regionIds: string[]) {
	const [row] = await db
		.select({ organisation: organisations, region: regions, municipality: municipalities.title })
		.from(organisations)
		.innerJoin(regions, eq(regions.id, organisations.regionId))
		.leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
		.where(and(eq(organisations.id, id), inArray(organisations.regionId, regionIds)));
	return row;
}

export function sitesOf(db: Queryable, organisationId: string) {
	return db
		.select({ id: sites.id, title: sites.title })
		.from(sites)
		.where(eq(sites.organisationId, organisationId))
		.orderBy(asc(sites.title));
}

export function municipalitiesOf(db: Queryable, regionIds: string[]) {
	return db
		.select()
		.from(municipalities)
		.where(inArray(municipalities.regionId, regionIds))
		.orderBy(asc(municipalities.title));
}
