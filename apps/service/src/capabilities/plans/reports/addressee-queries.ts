import type { Database, Tx } from '@stazhirovka/db';
import { grants, nameColumns, organisations, people, siteStaff } from '@stazhirovka/db/schema';
import { and, eq, exists, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

const columns = { ...nameColumns, email: people.email, position: people.position };

/** Who is in the role of a site on its day, as far as they have accounts. */
export function appointedTo(db: Queryable, site: { id: string; today: string }, role: string) {
	return db
		.selectDistinct(columns)
		.from(siteStaff)
		.innerJoin(people, eq(people.id, siteStaff.personId))
		.where(
			and(
				eq(siteStaff.siteId, site.id),
				eq(siteStaff.role, role),
				lte(siteStaff.fromDay, site.today),
				or(isNull(siteStaff.lastDay), gte(siteStaff.lastDay, site.today)),
				isNull(people.blockedAt)
			)
		);
}

/** People who act for the region or work at its operator, with what they say their position is. */
export function peopleOfRegion(db: Queryable, regionId: string) {
	const actFor = db
		.select({ one: sql`1` })
		.from(grants)
		.where(
			and(
				eq(grants.personId, people.id),
				eq(grants.scopeKind, 'region'),
				eq(grants.scopeId, regionId),
				inArray(grants.role, ['coordinator', 'observer', 'expert', 'leader'])
			)
		);
	return db
		.select(columns)
		.from(people)
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(
			and(
				isNotNull(people.position),
				isNull(people.blockedAt),
				or(and(eq(organisations.regionId, regionId), eq(organisations.kind, 'operator')), exists(actFor))
			)
		);
}
