import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, cohortTutors, enrolments, people, sites } from '@stazhirovka/db/schema';
import { eq, inArray, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

const cohortFacts = {
	cohortId: cohorts.id,
	siteId: cohorts.siteId,
	regionId: sites.regionId,
	programmeVersionId: cohorts.programmeVersionId,
	startsOn: cohorts.startsOn,
	endsOn: cohorts.endsOn,
	timeZone: sites.timeZone,
	announcedAt: cohorts.announcedAt,
	cohortTitle: cohorts.title,
	cohortTutorIds: sql<
		string[]
	>`coalesce((select array_agg(ct.person_id) from ${cohortTutors} ct where ct.cohort_id = ${cohorts.id}), '{}')`
};

export type CohortFacts = NonNullable<Awaited<ReturnType<typeof findCohortFacts>>>;
export type EnrolmentFacts = NonNullable<Awaited<ReturnType<typeof findEnrolmentFacts>>>;

/** What decides who may do what in a cohort. */
export async function findCohortFacts(db: Queryable, cohortId: string) {
	const [row] = await db
		.select(cohortFacts)
		.from(cohorts)
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(eq(cohorts.id, cohortId));
	return row;
}

/** The same of several, by id, as far as leading and tutoring go. */
export function findCohortsFacts(db: Queryable, cohortIds: string[]) {
	const { cohortId, siteId, regionId, cohortTutorIds } = cohortFacts;
	return db
		.select({ cohortId, siteId, regionId, cohortTutorIds })
		.from(cohorts)
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(inArray(cohorts.id, cohortIds));
}

/** What decides who may do what with one intern's things. */
export async function findEnrolmentFacts(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			...cohortFacts,
			id: enrolments.id,
			personId: enrolments.personId,
			tutorId: enrolments.tutorId,
			state: enrolments.state,
			organisationId: people.organisationId
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

/** Whether the person studies in the cohort now. */
export async function studiesIn(db: Queryable, personId: string, cohortId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(
			sql`${enrolments.cohortId} = ${cohortId} and ${enrolments.personId} = ${personId} and ${enrolments.state} in ('confirmed', 'completed')`
		);
	return row !== undefined;
}

/** Sites by their own id or by their region's; all of them when `everywhere`. */
export async function findSiteIds(
	db: Queryable,
	{ everywhere, siteIds, regionIds }: { everywhere: boolean; siteIds: string[]; regionIds: string[] }
): Promise<string[]> {
	const named = or(inArray(sites.id, siteIds), inArray(sites.regionId, regionIds));
	const rows = await db
		.select({ id: sites.id })
		.from(sites)
		.where(everywhere ? undefined : named);
	return rows.map(({ id }) => id);
}
