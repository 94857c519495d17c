import type { Database, Tx } from '@stazhirovka/db';
import { endWarnings, grants, people } from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';

export type NewWarning = Pick<typeof endWarnings.$inferInsert, 'siteId' | 'lastDay' | 'warning'>;

/** Sites of these warnings that no other process has taken. Processes wait for each other's COMMIT. */
export async function claimWarnings(tx: Tx, warnings: NewWarning[], at: Date): Promise<ReadonlySet<string>> {
	const rows = await tx
		.insert(endWarnings)
		.values(warnings.map((warning) => ({ ...warning, createdAt: at })))
		.onConflictDoNothing()
		.returning({ siteId: endWarnings.siteId });
	return new Set(rows.map(({ siteId }) => siteId));
}

/** People who lead these sites or keep the register of the region, with each grant by which they do. */
export function responsibleFor(
	db: Database | Tx,
	{ siteIds, regionId }: { siteIds: string[]; regionId: string }
) {
	return db
		.select({
			id: people.id,
			email: people.email,
			givenName: people.givenName,
			role: grants.role,
			scopeId: grants.scopeId
		})
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(
			and(
				isNull(people.blockedAt),
				or(
					and(eq(grants.role, 'leader'), eq(grants.scopeKind, 'site'), inArray(grants.scopeId, siteIds)),
					and(eq(grants.role, 'coordinator'), eq(grants.scopeKind, 'region'), eq(grants.scopeId, regionId))
				)
			)
		);
}
