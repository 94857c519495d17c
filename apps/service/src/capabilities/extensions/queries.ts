import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, cohortSessions, cohortTutors, enrolments, extensions, nameColumns, people, sites } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, exists, gte, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** What time an intern was given, the latest day first. */
export function extensionsOf(db: Queryable, enrolmentId: string) {
	return db
		.select({
			step: extensions.step,
			until: extensions.until,
			reason: extensions.reason,
			at: extensions.givenAt,
			by: nameColumns
		})
		.from(extensions)
		.innerJoin(people, eq(people.id, extensions.givenBy))
		.where(eq(extensions.enrolmentId, enrolmentId))
		.orderBy(desc(extensions.until), desc(extensions.givenAt));
}

/** The enrolments by which a person studies, with the days of their cohorts. */
export function studiesOf(db: Queryable, personId: string, since: string) {
	return db
		.select({ id: enrolments.id, cohort: cohorts.title })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(enrolments.personId, personId), eq(enrolments.state, 'confirmed'), gte(cohorts.endsOn, since)))
		.orderBy(asc(enrolments.id));
}

/** Meetings of the cohorts that a person studies in or is a tutor of. */
export function sessionsOf(db: Queryable, personId: string, since: string) {
	const studies = db
		.select({ one: sql`1` })
		.from(enrolments)
		.where(
			and(
				eq(enrolments.cohortId, cohorts.id),
				eq(enrolments.personId, personId),
				eq(enrolments.state, 'confirmed')
			)
		);
	const teaches = db
		.select({ one: sql`1` })
		.from(cohortTutors)
		.where(and(eq(cohortTutors.cohortId, cohorts.id), eq(cohortTutors.personId, personId)));
	return db
		.select({
			id: cohortSessions.id,
			date: cohortSessions.date,
			startsAt: cohortSessions.startsAt,
			endsAt: cohortSessions.endsAt,
			place: cohortSessions.place,
			cohort: cohorts.title,
			timeZone: sites.timeZone
		})
		.from(cohortSessions)
		.innerJoin(cohorts, eq(cohorts.id, cohortSessions.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(and(gte(cohortSessions.date, since), or(exists(studies), exists(teaches))))
		.orderBy(asc(cohortSessions.date), asc(cohortSessions.id));
}
