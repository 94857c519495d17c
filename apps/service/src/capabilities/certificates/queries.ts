import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	grants,
	nameColumns,
	organisations,
	people,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;
export type DocumentFacts = Awaited<ReturnType<typeof documentFactsOf>>[number];

/** Who learned what, where and when: all that a completion document says, as it is now. */
export async function documentFacts(db: Queryable, enrolmentId: string): Promise<DocumentFacts | undefined> {
	const [row] = await documentFactsOf(db, [enrolmentId]);
	return row;
}

/** The same of many, in one statement. */
export function documentFactsOf(db: Queryable, enrolmentIds: string[]) {
	const operators = alias(organisations, 'operators');
	return db
		.select({
			enrolmentId: enrolments.id,
			holder: {
				...nameColumns,
				gender: people.gender,
				dative: people.dative,
				email: people.email
			},
			periodFrom: cohorts.startsOn,
			periodTo: cohorts.endsOn,
			site: { id: sites.id, title: sites.title, code: sites.code },
			organisation: {
				id: organisations.id,
				title: organisations.title,
				head: organisations.head,
				address: organisations.address,
				dpoLicence: organisations.dpoLicence,
				ownership: organisations.ownership
			},
			operator: {
				id: operators.id,
				title: operators.title,
				head: operators.head,
				address: operators.address,
				dpoLicence: operators.dpoLicence,
				ownership: operators.ownership
			}
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.leftJoin(operators, eq(operators.id, sites.operatorId))
		.where(inArray(enrolments.id, enrolmentIds))
		.execute();
}

/** Names of a cohort's people in the dative, where they have confirmed one, by enrolment (X14). */
export async function confirmedDatives(
	db: Queryable,
	cohortId: string
): Promise<ReadonlyMap<string, string | null>> {
	const rows = await db
		.select({ id: enrolments.id, dative: people.dative })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(enrolments.cohortId, cohortId));
	return new Map(rows.map(({ id, dative }) => [id, dative]));
}

/** Who signs for the site: the leader who issues, else the one who has led it longest. */
export async function siteSigner(db: Queryable, siteId: string, issuerId: string) {
	const [row] = await db
		.select(nameColumns)
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'leader'), eq(grants.scopeKind, 'site'), eq(grants.scopeId, siteId)))
		.orderBy(sql`${people.id} <> ${issuerId}`, asc(grants.givenAt), asc(grants.id))
		.limit(1);
	return row;
}
