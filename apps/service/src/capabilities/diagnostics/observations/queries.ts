import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, enrolments, nameColumns, people, sites } from '@stazhirovka/db/schema';
import { eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Whom an observation is about, and where. */
export async function observedIntern(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			id: enrolments.id,
			state: enrolments.state,
			cohortId: cohorts.id,
			programmeVersionId: cohorts.programmeVersionId,
			tutorId: enrolments.tutorId,
			site: sites.title,
			timeZone: sites.timeZone,
			email: people.email,
			person: nameColumns
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

export async function peopleNamed(db: Queryable, ids: string[]) {
	return ids.length
		? db
				.select({ ...nameColumns, email: people.email })
				.from(people)
				.where(inArray(people.id, ids))
		: [];
}
