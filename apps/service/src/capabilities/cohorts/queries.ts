import type { Database, Tx } from '@stazhirovka/db';
import {
	cohortAdmissions,
	cohorts,
	cohortSessions,
	cohortTutors,
	enrolments,
	grants,
	nameColumns,
	people,
	programmes,
	programmeVersions,
	rooms,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, ne, notExists, notInArray, or, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;
export type Name = { id: string; surname: string; givenName: string; patronymic: string | null };
export type CohortCard = Awaited<ReturnType<typeof cohortCards>>[number];
export type SessionRow = Pick<
	typeof cohortSessions.$inferSelect,
	'id' | 'module' | 'date' | 'startsAt' | 'endsAt' | 'place' | 'breaks'
>;

const ofCohort = (states: SQL) =>
	sql<number>`(select count(*)::int from ${enrolments} e where e.cohort_id = ${cohorts.id} and e.state in ${states})`;

/** Cohorts as cards, with seats, tutors, meetings and the group room, in one statement. */
export function cohortCards(db: Queryable, which: SQL | undefined) {
	return db
		.select({
			id: cohorts.id,
			title: cohorts.title,
			programme: sql<string>`${programmeVersions.document} ->> 'title'`,
			programmeVersionId: programmeVersions.id,
			programmeKey: programmes.key,
			siteId: sites.id,
			regionId: sites.regionId,
			site: sites.title,
			timeZone: sites.timeZone,
			startsOn: cohorts.startsOn,
			endsOn: cohorts.endsOn,
			revision: cohorts.revision,
			capacity: cohorts.capacity,
			seatsPerSchool: cohortAdmissions.seatsPerSchool,
			applyUntil: cohortAdmissions.applyUntil,
			confirmed: ofCohort(sql`('confirmed', 'completed')`),
			applied: ofCohort(sql`('applied')`),
			announcedAt: cohorts.announcedAt,
			groupRoomId: sql<string | null>`(
				select r.id from ${rooms} r where r.cohort_id = ${cohorts.id} and r.kind = 'group')`,
			tutors: sql<Name[]>`coalesce((
				select jsonb_agg(jsonb_build_object('id', p.id, 'surname', p.surname, 'givenName', p.given_name,
					'patronymic', p.patronymic) order by p.surname, p.given_name, p.id)
				from ${cohortTutors} ct join ${people} p on p.id = ct.person_id
				where ct.cohort_id = ${cohorts.id}), '[]')`,
			sessions: sql<SessionRow[]>`coalesce((
				select jsonb_agg(jsonb_build_object('id', cs.id, 'module', cs.module, 'date', cs.date,
					'startsAt', to_char(cs.starts_at, 'HH24:MI'), 'endsAt', to_char(cs.ends_at, 'HH24:MI'),
					'place', cs.place, 'breaks', cs.breaks) order by cs.date, cs.starts_at)
				from ${cohortSessions} cs where cs.cohort_id = ${cohorts.id}), '[]')`
		})
		.from(cohorts)
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.leftJoin(cohortAdmissions, eq(cohortAdmissions.cohortId, cohorts.id))
		.where(which)
		.orderBy(asc(cohorts.startsOn), asc(sites.title), asc(cohorts.title));
}

export async function cohortCard(db: Queryable, id: string): Promise<CohortCard | undefined> {
	const [row] = await cohortCards(db, eq(cohorts.id, id));
	return row;
}

/** Cohorts at these sites, and those that the person is a tutor of. */
export function cohortsOf(db: Queryable, personId: string, siteIds: string[]): Promise<CohortCard[]> {
	const tutored = sql`exists(
		select 1 from ${cohortTutors} ct where ct.cohort_id = ${cohorts.id} and ct.person_id = ${personId})`;
	return cohortCards(db, or(inArray(cohorts.siteId, siteIds), tutored));
}

/** People with the tutor's grant at these sites. */
export function siteTutors(db: Queryable, siteIds: string[]): Promise<Name[]> {
	return db
		.selectDistinct(nameColumns)
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(and(eq(grants.role, 'tutor'), eq(grants.scopeKind, 'site'), inArray(grants.scopeId, siteIds)))
		.orderBy(asc(people.surname), asc(people.givenName), asc(people.id));
}

const enrolmentFacts = {
	id: enrolments.id,
	personId: enrolments.personId,
	state: enrolments.state,
	programme: sql<string>`${programmeVersions.document} ->> 'title'`,
	cohort: cohorts.title,
	site: sites.title,
	startsOn: cohorts.startsOn,
	endsOn: cohorts.endsOn,
	decisionReason: enrolments.decisionReason,
	cohortId: enrolments.cohortId,
	timeZone: sites.timeZone,
	audience: sql<string[]>`coalesce(${programmeVersions.document} -> 'audience', '[]')`
};

export type MyEnrolmentRow = Awaited<ReturnType<typeof enrolmentsOf>>[number];

function myEnrolments(db: Queryable, which: SQL | undefined) {
	return db
		.select(enrolmentFacts)
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(which)
		.orderBy(desc(cohorts.startsOn), desc(enrolments.id));
}

export function enrolmentsOf(db: Queryable, personId: string) {
	return myEnrolments(db, eq(enrolments.personId, personId));
}

export async function findMyEnrolment(db: Queryable, id: string): Promise<MyEnrolmentRow | undefined> {
	const [row] = await myEnrolments(db, eq(enrolments.id, id));
	return row;
}

export type CohortEnrolmentRow = Awaited<ReturnType<typeof enrolmentsIn>>[number];

/** People of a cohort: who waits for a decision first, then by name. */
export function enrolmentsIn(db: Queryable, cohortId: string, enrolmentId?: string) {
	return db
		.select({
			id: enrolments.id,
			person: nameColumns,
			position: people.position,
			organisation: enrolments.organisationTitle,
			state: enrolments.state,
			appliedAt: enrolments.appliedAt,
			tutorId: enrolments.tutorId,
			attendedOn: enrolments.attendedOn,
			understanding: enrolments.understandingLevel
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(eq(enrolments.cohortId, cohortId), enrolmentId ? eq(enrolments.id, enrolmentId) : undefined))
		.orderBy(
			asc(sql`${enrolments.state} <> 'applied'`),
			asc(people.surname),
			asc(people.givenName),
			asc(enrolments.id)
		);
}

/** Whom letters about an enrolment go to, and what they name. */
export async function letterFacts(db: Queryable, enrolmentIds: string[]) {
	const rows = await db
		.select({
			enrolmentId: enrolments.id,
			...nameColumns,
			email: people.email,
			programme: sql<string>`${programmeVersions.document} ->> 'title'`,
			cohort: cohorts.title,
			startsOn: cohorts.startsOn
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(inArray(enrolments.id, enrolmentIds));
	return new Map(rows.map(({ enrolmentId, ...facts }) => [enrolmentId, facts]));
}

/** The same of one enrolment. */
export async function letterFactsOf(db: Queryable, enrolmentId: string) {
	return (await letterFacts(db, [enrolmentId])).get(enrolmentId);
}

/** A meeting of the cohort; undefined when it is another's. */
export async function findSession(db: Queryable, { cohortId, id }: { cohortId: string; id: string }) {
	const [row] = await db
		.select({ date: cohortSessions.date, startsAt: cohortSessions.startsAt, place: cohortSessions.place })
		.from(cohortSessions)
		.where(and(eq(cohortSessions.id, id), eq(cohortSessions.cohortId, cohortId)));
	return row;
}

/** The enrolment by which a person studies in the cohort. */
export async function seekEnrolmentIn(db: Queryable, personId: string, cohortId: string) {
	const [row] = await db
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(
			and(
				eq(enrolments.personId, personId),
				eq(enrolments.cohortId, cohortId),
				inArray(enrolments.state, ['confirmed', 'completed'])
			)
		);
	return row?.id;
}

/** Whoever reads what interns have made. */
export type Reader = { personId: string; siteIds: string[] };

/** Of an enrolment joined with its cohort: the reader is neither its intern nor a tutor there, nor leads the site. */
export function isOfOthers(db: Queryable, { personId, siteIds }: Reader): SQL | undefined {
	const teaches = db
		.select({ one: sql`1` })
		.from(cohortTutors)
		.where(and(eq(cohortTutors.cohortId, cohorts.id), eq(cohortTutors.personId, personId)));
	return and(
		ne(enrolments.personId, personId),
		sql`${enrolments.tutorId} is distinct from ${personId}`,
		notInArray(cohorts.siteId, siteIds),
		notExists(teaches)
	);
}
