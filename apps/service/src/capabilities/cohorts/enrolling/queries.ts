import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	cohortSessions,
	documentLearners,
	enrolmentAdmissions,
	enrolments,
	finalWorks,
	headConfirmations,
	nameColumns,
	organisations,
	people,
	programmeVersions,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** The key first: by it a row that is not there is told from one with an empty address. */
const headWord = {
	enrolmentId: headConfirmations.enrolmentId,
	email: headConfirmations.email,
	sentAt: headConfirmations.sentAt,
	expiresAt: headConfirmations.expiresAt,
	answeredAt: headConfirmations.answeredAt,
	agreed: headConfirmations.agreed,
	author: headConfirmations.author,
	position: headConfirmations.position,
	reason: headConfirmations.reason,
	onPaper: headConfirmations.onPaper
};

/** What is said of these enrolments besides their state, with the word of the head and the address of the school. */
function saidOf(db: Queryable) {
	return db
		.select({
			id: enrolments.id,
			person: nameColumns,
			email: people.email,
			position: people.position,
			newcomer: sql<boolean>`${people.passwordHash} is null`,
			organisation: enrolments.organisationTitle,
			schoolEmail: organisations.email,
			state: enrolments.state,
			appliedAt: enrolments.appliedAt,
			decidedAt: enrolments.decidedAt,
			decisionReason: enrolments.decisionReason,
			tutorId: enrolments.tutorId,
			priorityGroup: enrolmentAdmissions.priorityGroup,
			priorityAccepted: enrolmentAdmissions.priorityAccepted,
			audienceReason: enrolmentAdmissions.audienceReason,
			heldUntil: enrolmentAdmissions.heldUntil,
			cameFrom: enrolmentAdmissions.cameFrom,
			carried: enrolmentAdmissions.carried,
			head: headWord,
			hasWork: sql<boolean>`exists(
				select 1 from ${finalWorks} w where w.enrolment_id = ${enrolments.id})`
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.leftJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.leftJoin(headConfirmations, eq(headConfirmations.enrolmentId, enrolments.id))
		.$dynamic();
}

export type ApplicantRow = Awaited<ReturnType<typeof applicantsIn>>[number];

export function applicantsIn(db: Queryable, cohortId: string) {
	return saidOf(db)
		.where(eq(enrolments.cohortId, cohortId))
		.orderBy(asc(people.surname), asc(people.givenName), asc(enrolments.id));
}

export function saidOfMany(db: Queryable, enrolmentIds: string[]) {
	return saidOf(db).where(inArray(enrolments.id, enrolmentIds));
}

/** An order or another paper of the cohort names the enrolment. */
export async function isOrdered(db: Queryable, enrolmentId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: documentLearners.documentId })
		.from(documentLearners)
		.where(eq(documentLearners.enrolmentId, enrolmentId))
		.limit(1);
	return row !== undefined;
}

/** Of these enrolments, those that a paper names. */
export async function orderedOf(db: Queryable, enrolmentIds: string[]): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectDistinct({ id: documentLearners.enrolmentId })
		.from(documentLearners)
		.where(inArray(documentLearners.enrolmentId, enrolmentIds));
	return new Set(rows.map(({ id }) => id));
}

/** Other cohorts of the same programme at the same site that have not ended on this day. */
export function neighbours(
	db: Queryable,
	cohort: { id: string; programmeVersionId: string; siteId: string },
	today: string
) {
	const programme = db
		.select({ id: programmeVersions.programmeId })
		.from(programmeVersions)
		.where(eq(programmeVersions.id, cohort.programmeVersionId));
	return db
		.select({
			id: cohorts.id,
			title: cohorts.title,
			startsOn: cohorts.startsOn,
			capacity: cohorts.capacity,
			programmeVersionId: cohorts.programmeVersionId
		})
		.from(cohorts)
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(
			and(
				ne(cohorts.id, cohort.id),
				eq(cohorts.siteId, cohort.siteId),
				inArray(programmeVersions.programmeId, programme),
				gte(cohorts.endsOn, today)
			)
		)
		.orderBy(asc(cohorts.startsOn), asc(cohorts.title));
}

/** Names and positions of these people: whom a programme's audience is compared with (R48). */
export function positionsOf(db: Queryable, ids: string[]) {
	return db
		.select({ ...nameColumns, position: people.position })
		.from(people)
		.where(inArray(people.id, ids));
}

/** The short name of the person's organisation, kept with the application. */
export async function ownOrganisationTitle(db: Queryable, personId: string): Promise<string | null> {
	return (await ownOrganisationTitles(db, [personId])).get(personId) ?? null;
}

/** The same of many, by person. */
export async function ownOrganisationTitles(
	db: Queryable,
	personIds: string[]
): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.select({ id: people.id, title: organisations.shortTitle })
		.from(people)
		.innerJoin(organisations, eq(organisations.id, people.organisationId))
		.where(inArray(people.id, personIds));
	return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What the head of a school reads before giving the word. */
export async function headPage(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			...nameColumns,
			position: people.position,
			school: enrolments.organisationTitle,
			state: enrolments.state,
			cohortId: cohorts.id,
			programme: sql<string>`${programmeVersions.document} ->> 'title'`,
			hours: sql<number>`(${programmeVersions.document} ->> 'hours_total')::int`,
			cohort: cohorts.title,
			site: sites.title,
			startsOn: cohorts.startsOn,
			endsOn: cohorts.endsOn
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(eq(enrolments.id, enrolmentId));
	return row;
}

export function sessionsOf(db: Queryable, cohortId: string) {
	return db
		.select({
			date: cohortSessions.date,
			startsAt: sql<string>`to_char(${cohortSessions.startsAt}, 'HH24:MI')`,
			endsAt: sql<string>`to_char(${cohortSessions.endsAt}, 'HH24:MI')`,
			place: cohortSessions.place
		})
		.from(cohortSessions)
		.where(eq(cohortSessions.cohortId, cohortId))
		.orderBy(asc(cohortSessions.date), asc(cohortSessions.startsAt));
}

/** Which rules a site stands under. */
export async function regulationOfSite(db: Queryable, siteId: string): Promise<string | undefined> {
	const [row] = await db.select({ key: sites.regulationKey }).from(sites).where(eq(sites.id, siteId));
	return row?.key;
}

/** A published or withdrawn final work: what others have seen stays in its cohort. */
export async function hasFinalWork(db: Queryable, enrolmentId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: finalWorks.id })
		.from(finalWorks)
		.where(eq(finalWorks.enrolmentId, enrolmentId));
	return row !== undefined;
}

/** Enrolments to which others were moved, and back: titles of the cohorts on both ends. */
export async function transfersOf(db: Queryable, enrolmentIds: string[]) {
	const from = await db
		.select({ id: enrolmentAdmissions.enrolmentId, title: cohorts.title })
		.from(enrolmentAdmissions)
		.innerJoin(enrolments, eq(enrolments.id, enrolmentAdmissions.cameFrom))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(inArray(enrolmentAdmissions.enrolmentId, enrolmentIds));
	const to = await db
		.select({ id: sql<string>`${enrolmentAdmissions.cameFrom}`, title: cohorts.title })
		.from(enrolmentAdmissions)
		.innerJoin(enrolments, eq(enrolments.id, enrolmentAdmissions.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(inArray(enrolmentAdmissions.cameFrom, enrolmentIds));
	return {
		from: new Map(from.map(({ id, title }) => [id, title])),
		to: new Map(to.map(({ id, title }) => [id, title]))
	};
}
