import type { Database, Tx } from '@stazhirovka/db';
import { enrolments, nameColumns, people } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';

/** Who studies in the cohort. */
export function studentsOf(db: Database | Tx, cohortId: string) {
	return db
		.select({ enrolmentId: enrolments.id, tutorId: enrolments.tutorId, person: nameColumns })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(eq(enrolments.cohortId, cohortId), inArray(enrolments.state, ['confirmed', 'completed'])))
		.orderBy(asc(people.surname), asc(people.givenName), asc(enrolments.id));
}

export async function addressed(db: Database | Tx, personId: string) {
	const [row] = await db
		.select({ email: people.email, ...nameColumns })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}
