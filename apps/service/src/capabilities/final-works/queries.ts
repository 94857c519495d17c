import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	finalWorks,
	formAnswers,
	nameColumns,
	organisations,
	people,
	reserveReviewers,
	reviews,
	rooms
} from '@stazhirovka/db/schema';
import { and, asc, eq, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

export type Intern = Awaited<ReturnType<typeof internRows>>[number];

/**
 * Authors and reviewers alike: everybody who is or was enrolled in the cohort, by enrolment, and its reserve, by the
 * id under which somebody of it reviews. Whoever is of the reserve does not study.
 */
export async function internsOf(db: Queryable, cohortId: string): Promise<Map<string, Intern>> {
	const rows = [...(await internRows(db, cohortId)), ...(await reserveRows(db, cohortId))];
	return new Map(rows.map((row) => [row.enrolmentId, row]));
}

/** The intern of the cohort who this person is; somebody of the reserve is none. */
export function internWho(interns: ReadonlyMap<string, Intern>, personId: string): Intern | undefined {
	return [...interns.values()].find(({ person, studies }) => studies && person.id === personId);
}

function reserveRows(db: Queryable, cohortId: string) {
	return db
		.select({
			enrolmentId: reserveReviewers.id,
			studies: sql<boolean>`false`,
			reserve: sql<'tutor' | 'expert' | 'graduate' | null>`${reserveReviewers.kind}`,
			organisation: organisations.shortTitle,
			email: people.email,
			person: nameColumns
		})
		.from(reserveReviewers)
		.innerJoin(people, eq(people.id, reserveReviewers.personId))
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(eq(reserveReviewers.cohortId, cohortId))
		.orderBy(asc(reserveReviewers.id));
}

function internRows(db: Queryable, cohortId: string) {
	return db
		.select({
			enrolmentId: enrolments.id,
			studies: sql<boolean>`${enrolments.state} in ('confirmed', 'completed')`,
			/** What somebody who is no intern of the cohort is to it. */
			reserve: sql<'tutor' | 'expert' | 'graduate' | null>`null`,
			/** Where the intern came from; the present organisation where that was not written down. */
			organisation: sql<
				string | null
			>`coalesce(${enrolments.organisationTitle}, ${organisations.shortTitle})`,
			email: people.email,
			person: nameColumns
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(eq(enrolments.cohortId, cohortId))
		.orderBy(asc(enrolments.id));
}

/** How many messages each discussion of the cohort has. */
export async function messageCounts(db: Queryable, cohortId: string): Promise<Map<string | null, number>> {
	const rows = await db
		.select({ workId: rooms.finalWorkId, messages: rooms.messageCount })
		.from(rooms)
		.where(and(eq(rooms.kind, 'work'), eq(rooms.cohortId, cohortId)));
	return new Map(rows.map((row) => [row.workId, row.messages]));
}

/** A review as a task of its reviewer. */
export const taskColumns = {
	id: reviews.id,
	title: finalWorks.title,
	dueAt: reviews.dueAt,
	sentAt: reviews.sentAt,
	leaseUntil: reviews.leaseUntil,
	begun: sql<boolean>`exists (select 1 from ${formAnswers} sheet where sheet.occasion = ${reviews.id}::text)`
};

/** What a reviewer has to write, in the order of the works. */
export function reviewTasks(db: Queryable, enrolmentId: string) {
	return db
		.select(taskColumns)
		.from(reviews)
		.innerJoin(finalWorks, eq(finalWorks.id, reviews.finalWorkId))
		.where(eq(reviews.reviewerId, enrolmentId))
		.orderBy(asc(reviews.dueAt), asc(finalWorks.publishedAt), asc(finalWorks.id));
}

export async function personNamed(db: Queryable, personId: string) {
	const [row] = await db.select(nameColumns).from(people).where(eq(people.id, personId));
	return row;
}

/** Whose work a one-time link shows, and under which programme. */
export async function workBehindLink(db: Queryable, workId: string) {
	const [row] = await db
		.select({ ...nameColumns, programmeVersionId: cohorts.programmeVersionId })
		.from(finalWorks)
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(finalWorks.id, workId));
	return row;
}
