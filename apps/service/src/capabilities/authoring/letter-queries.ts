import type { Tx } from '@stazhirovka/db';
import {
	grants,
	organisations,
	people,
	programmeDraftAuthors,
	programmeDrafts,
	sites
} from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull } from 'drizzle-orm';

export type Address = { email: string; givenName: string };

const address = { email: people.email, givenName: people.givenName };

/** Where letters to these people go; nobody writes to who is blocked. */
export async function addressesOf(tx: Tx, personIds: string[]): Promise<Address[]> {
	if (personIds.length === 0) return [];
	return tx
		.select(address)
		.from(people)
		.where(and(inArray(people.id, personIds), isNull(people.blockedAt)));
}

/** Who watches the municipality in which the organisation of a site lies. */
export function observersOf(tx: Tx, siteId: string): Promise<Address[]> {
	return tx
		.selectDistinct(address)
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.innerJoin(
			grants,
			and(
				eq(grants.role, 'observer'),
				eq(grants.scopeKind, 'municipality'),
				eq(grants.scopeId, organisations.municipalityId)
			)
		)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(sites.id, siteId), isNull(people.blockedAt)));
}

/** Who began a draft, and its co-authors. */
export async function authorIds(tx: Tx, draftId: string): Promise<string[]> {
	const [draft] = await tx
		.select({ createdBy: programmeDrafts.createdBy })
		.from(programmeDrafts)
		.where(eq(programmeDrafts.id, draftId));
	const named = await tx
		.select({ personId: programmeDraftAuthors.personId })
		.from(programmeDraftAuthors)
		.where(eq(programmeDraftAuthors.draftId, draftId));
	const ids = named.map(({ personId }) => personId);
	return draft?.createdBy ? [...new Set([draft.createdBy, ...ids])] : ids;
}
