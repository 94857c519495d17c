import type { Database, Tx } from '@stazhirovka/db';
import { cohortSessions, enrolments, nameColumns, namesOf, people } from '@stazhirovka/db/schema';
import { and, eq, max } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

const tutors = alias(people, 'tutors');

type Queryable = Database | Tx;
export type RoutePeople = NonNullable<Awaited<ReturnType<typeof routePeople>>>;

/** Whose route it is, and whom it is agreed with. */
export async function routePeople(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			intern: nameColumns,
			tutor: namesOf(tutors)
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(tutors, eq(tutors.id, enrolments.tutorId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** The last day of the work in person (module 1), where the cohort has a date for it. */
export async function lastDayInPerson(db: Queryable, cohortId: string): Promise<string | null> {
	const [row] = await db
		.select({ day: max(cohortSessions.date) })
		.from(cohortSessions)
		.where(and(eq(cohortSessions.cohortId, cohortId), eq(cohortSessions.module, 1)));
	return row?.day ?? null;
}
