import type { Database } from '@stazhirovka/db';
import { certificates, cohorts, enrolments, organisations, people, sites } from '@stazhirovka/db/schema';
import { and, between, eq, exists, isNotNull, max, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { BITS_IN_LIST } from './bitstring.ts';

/** A document with what its badge says beyond the document itself. */
export async function badgedOf(db: Database, id: string) {
	const [row] = await db
		.select({
			snapshot: certificates.snapshot,
			token: certificates.token,
			siteId: certificates.siteId,
			issuedAt: certificates.issuedAt,
			statusIndex: certificates.statusIndex,
			email: people.email,
			programmeVersionId: cohorts.programmeVersionId
		})
		.from(certificates)
		.innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(eq(certificates.id, id));
	return row;
}

/** Places in the list whose documents were revoked or replaced; null where the list does not exist yet. */
export async function endedIn(db: Database, list: number): Promise<number[] | null> {
	const from = list * BITS_IN_LIST;
	const [last] = await db.select({ index: max(certificates.statusIndex) }).from(certificates);
	if (list > 0 && (last?.index ?? 0) < from) return null;

	const later = alias(certificates, 'later');
	const replaced = db.select({ id: later.id }).from(later).where(eq(later.replacesId, certificates.id));
	const rows = await db
		.select({ index: certificates.statusIndex })
		.from(certificates)
		.where(
			and(
				between(certificates.statusIndex, from, from + BITS_IN_LIST - 1),
				or(isNotNull(certificates.revokedAt), exists(replaced))
			)
		);
	return rows.map(({ index }) => index - from);
}

export async function issuerOf(db: Database, siteId: string) {
	const [row] = await db
		.select({ title: organisations.title })
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(eq(sites.id, siteId));
	return row;
}
