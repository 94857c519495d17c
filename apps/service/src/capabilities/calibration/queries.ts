import type { Database, Tx } from '@stazhirovka/db';
import { calibrationWorks, enrolments, nameColumns, people, programmeVersions } from '@stazhirovka/db/schema';
import { aliasedTable, and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Place } from './store.ts';

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

/** Published examples of the site for the newest earlier version of the same programme that has any. */
export async function earlierExamples(db: Database | Tx, { siteId, programmeVersionId }: Place) {
	const fresh = aliasedTable(programmeVersions, 'fresh');
	const rows = await db
		.select({ example: calibrationWorks, version: programmeVersions.number })
		.from(calibrationWorks)
		.innerJoin(programmeVersions, eq(programmeVersions.id, calibrationWorks.programmeVersionId))
		.innerJoin(
			fresh,
			and(
				eq(fresh.id, programmeVersionId),
				eq(fresh.programmeId, programmeVersions.programmeId),
				lt(programmeVersions.number, fresh.number)
			)
		)
		.where(
			and(
				eq(calibrationWorks.siteId, siteId),
				isNotNull(calibrationWorks.publishedAt),
				isNull(calibrationWorks.retiredAt)
			)
		)
		.orderBy(desc(programmeVersions.number), asc(calibrationWorks.id));
	return rows.filter(({ version }) => version === rows[0]?.version);
}
