import type { Database, Tx } from '@stazhirovka/db';
import { organisations, sites, siteStaff } from '@stazhirovka/db/schema';
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';

type Queryable = Database | Tx;

/** The municipality in which the organisation of a site lies. */
export async function municipalityOf(db: Queryable, siteId: string): Promise<string | null> {
	const [row] = await db
		.select({ id: organisations.municipalityId })
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(eq(sites.id, siteId));
	return row?.id ?? null;
}

/** Whether somebody with this account stands in a role of the site on the day. */
export async function worksAt(
	db: Queryable,
	siteId: string,
	personId: string,
	day: string
): Promise<boolean> {
	return (await sitesOfStaff(db, personId, day, siteId)).length > 0;
}

/** The sites in which somebody with this account stands in a role on the day. */
export async function sitesOfStaff(
	db: Queryable,
	personId: string,
	day: string,
	siteId?: string
): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: siteStaff.siteId })
		.from(siteStaff)
		.where(
			and(
				eq(siteStaff.personId, personId),
				lte(siteStaff.fromDay, day),
				or(isNull(siteStaff.lastDay), gte(siteStaff.lastDay, day)),
				siteId === undefined ? undefined : eq(siteStaff.siteId, siteId)
			)
		);
	return rows.map(({ id }) => id);
}
