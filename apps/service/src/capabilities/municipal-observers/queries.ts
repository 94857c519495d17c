import type { Database, Tx } from '@stazhirovka/db';
import { grants, municipalities, nameColumns, people } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';

/** The municipality, when it lies in a region of the register. */
export async function findMunicipality(tx: Tx, id: string) {
	const { title, regionId } = municipalities;
	const [row] = await tx
		.select({ id: municipalities.id, title, regionId })
		.from(municipalities)
		.where(eq(municipalities.id, id));
	return row;
}

/** Whoever may read of municipalities of these regions, by municipality and name. */
export function observersIn(db: Database, regionIds: string[]) {
	return db
		.select({
			name: nameColumns,
			position: people.position,
			municipality: { id: municipalities.id, title: municipalities.title },
			regionId: municipalities.regionId,
			since: grants.givenAt
		})
		.from(grants)
		.innerJoin(municipalities, eq(municipalities.id, grants.scopeId))
		.innerJoin(people, eq(people.id, grants.personId))
		.where(
			and(
				eq(grants.role, 'observer'),
				eq(grants.scopeKind, 'municipality'),
				inArray(municipalities.regionId, regionIds)
			)
		)
		.orderBy(
			asc(municipalities.title),
			asc(people.surname),
			asc(people.givenName),
			asc(municipalities.id),
			asc(people.id)
		);
}
