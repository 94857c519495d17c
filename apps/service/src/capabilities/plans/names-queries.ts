import type { Database, Tx } from '@stazhirovka/db';
import { nameColumns, organisations, people, sites } from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull } from 'drizzle-orm';

/** Names and position of somebody, as they sign. */
export async function signatory(db: Database | Tx, personId: string) {
	const [row] = await db
		.select({ ...nameColumns, position: people.position })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}

/** What a site and its organisation are called on paper. */
export async function titlesOf(db: Database | Tx, siteId: string) {
	const [row] = await db
		.select({ site: sites.title, organisation: organisations.title })
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(eq(sites.id, siteId));
	return row;
}

/** Where letters to these people go. */
export function addressesOf(db: Database | Tx, personIds: string[]) {
	return db
		.select({ email: people.email, givenName: people.givenName })
		.from(people)
		.where(and(inArray(people.id, personIds), isNull(people.blockedAt)));
}
