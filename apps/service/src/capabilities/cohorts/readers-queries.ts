import type { Database, Tx } from '@stazhirovka/db';
import { enrolments, people } from '@stazhirovka/db/schema';
import { and, asc, eq } from 'drizzle-orm';

/** Whom a letter to everybody who studies in the cohort goes to. */
export function readersOf(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: enrolments.id, givenName: people.givenName, email: people.email })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(eq(enrolments.cohortId, cohortId), eq(enrolments.state, 'confirmed')))
		.orderBy(asc(enrolments.id));
}
