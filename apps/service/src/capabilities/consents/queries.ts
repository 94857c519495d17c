import type { Database, Tx } from '@stazhirovka/db';
import {
	consents,
	enrolments,
	nameColumns,
	organisations,
	paperConsents,
	people,
	requisitesOf,
	sites,
	cohorts
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Whoever studies or studied in a cohort, by name. */
export function internsOf(db: Queryable, cohortId: string) {
	return db
		.select({ ...nameColumns, enrolmentId: enrolments.id, personId: people.id })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(eq(enrolments.cohortId, cohortId), inArray(enrolments.state, ['confirmed', 'completed'])))
		.orderBy(asc(people.surname), asc(people.givenName), asc(enrolments.id));
}

/** The newest consent of each kind, of each of these people. */
export function latestOf(db: Queryable, personIds: string[]) {
	return db
		.selectDistinctOn([consents.personId, consents.kind])
		.from(consents)
		.where(inArray(consents.personId, personIds))
		.orderBy(consents.personId, consents.kind, desc(consents.givenAt), desc(consents.id));
}

/** The last one that was printed, of each kind and intern. */
export function printedOf(db: Queryable, enrolmentIds: string[]) {
	return db
		.selectDistinctOn([paperConsents.enrolmentId, paperConsents.kind])
		.from(paperConsents)
		.where(inArray(paperConsents.enrolmentId, enrolmentIds))
		.orderBy(paperConsents.enrolmentId, paperConsents.kind, desc(paperConsents.createdAt));
}

/** Who signs and to whom the consent is given. */
export async function subjectOf(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			person: { ...nameColumns, gender: people.gender, email: people.email },
			controller: requisitesOf(organisations)
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** What the person agreed to last, of this kind, with the name and whether it was on paper. */
export async function ownConsent(db: Queryable, personId: string, kind: string) {
	const [row] = await db
		.select({
			version: consents.version,
			givenAt: consents.givenAt,
			withdrawnAt: consents.withdrawnAt,
			paperId: paperConsents.documentId,
			person: { ...nameColumns, email: people.email }
		})
		.from(consents)
		.innerJoin(people, eq(people.id, consents.personId))
		.leftJoin(paperConsents, eq(paperConsents.consentId, consents.id))
		.where(and(eq(consents.personId, personId), eq(consents.kind, kind)))
		.orderBy(desc(consents.givenAt), desc(consents.id))
		.limit(1);
	return row;
}
