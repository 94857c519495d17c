import type { Database, Tx } from '@stazhirovka/db';
import {
	cohortAgreements,
	cohorts,
	enrolments,
	nameColumns,
	people,
	rooms,
	sites
} from '@stazhirovka/db/schema';
import { AGREEMENT, type Agreement } from '@stazhirovka/domain/answering';
import { eq, inArray, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** What answers of a cohort are measured by. */
export type Terms = { cohort: string; timeZone: string; agreement: Agreement };

/** By cohort; where nothing was agreed, what holds for all. */
export async function termsOf(db: Queryable, cohortIds: string[]): Promise<Map<string, Terms>> {
	if (cohortIds.length === 0) return new Map();
	const rows = await db
		.select({
			id: cohorts.id,
			cohort: cohorts.title,
			timeZone: sites.timeZone,
			hours: cohortAgreements.hours,
			wakesAt: sql<string | null>`to_char(${cohortAgreements.wakesAt}, 'HH24:MI')`,
			restsAt: sql<string | null>`to_char(${cohortAgreements.restsAt}, 'HH24:MI')`
		})
		.from(cohorts)
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.leftJoin(cohortAgreements, eq(cohortAgreements.cohortId, cohorts.id))
		.where(inArray(cohorts.id, cohortIds));
	return new Map(
		rows.map(({ id, cohort, timeZone, hours, wakesAt, restsAt }) => [
			id,
			{
				cohort,
				timeZone,
				agreement: {
					hours: hours ?? AGREEMENT.hours,
					wakesAt: wakesAt ?? AGREEMENT.wakesAt,
					restsAt: restsAt ?? AGREEMENT.restsAt
				}
			}
		])
	);
}

export async function namesOfPeople(db: Queryable, ids: string[]) {
	if (ids.length === 0) return new Map<string, never>();
	const rows = await db.select(nameColumns).from(people).where(inArray(people.id, ids));
	return new Map(rows.map((row) => [row.id, row]));
}

/** The tutor of each private thread of a cohort. */
export async function tutorsOfThreads(db: Queryable, cohortId: string) {
	const rows = await db
		.select({ roomId: rooms.id, tutor: nameColumns })
		.from(rooms)
		.innerJoin(enrolments, eq(enrolments.id, rooms.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.tutorId))
		.where(eq(rooms.cohortId, cohortId));
	return new Map(rows.map(({ roomId, tutor }) => [roomId, tutor]));
}
