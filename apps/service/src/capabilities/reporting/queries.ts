import type { Database } from '@stazhirovka/db';
import {
	certificates,
	deficitCards,
	effectivenessCards,
	enrolments,
	finalWorks,
	journal,
	learningRoutes,
	nameColumns,
	namesOf,
	people,
	reviews,
	roomEvents,
	roomMembers,
	rooms,
	submissions,
	submissionVersions,
	workingGroupMembers,
	workingGroups
} from '@stazhirovka/db/schema';
import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';

const MOST_ENTRIES = 500;
const MOST_DECISIONS = 100;

type Owned =
	| typeof submissions
	| typeof finalWorks
	| typeof learningRoutes
	| typeof deficitCards
	| typeof effectivenessCards;

/** Whose each thing of the cohort is: the journal names things by their ids alone. */
function ownersIn(db: Database, cohortId: string, enrolmentId?: string) {
	const theirs = enrolmentId ? eq(enrolments.id, enrolmentId) : eq(enrolments.cohortId, cohortId);
	const own = (table: Owned) =>
		db
			.select({ id: sql<string>`${table.id}`.as('id'), personId: enrolments.personId })
			.from(table)
			.innerJoin(enrolments, eq(enrolments.id, table.enrolmentId))
			.where(theirs);
	const reviewed = db
		.select({ id: reviews.id, personId: enrolments.personId })
		.from(reviews)
		.innerJoin(enrolments, eq(enrolments.id, reviews.reviewerId))
		.where(theirs);
	const issued = db
		.select({ id: certificates.id, personId: enrolments.personId })
		.from(certificates)
		.innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
		.where(theirs);
	const enrolled = db
		.select({ id: enrolments.id, personId: enrolments.personId })
		.from(enrolments)
		.where(theirs);

	const things = [
		own(submissions),
		own(finalWorks),
		own(learningRoutes),
		own(deficitCards),
		own(effectivenessCards)
	] as const;
	return unionAll(enrolled, reviewed, issued, ...things).as('owners');
}

export type JournalRow = Awaited<ReturnType<typeof journalOf>>[number];

/** Decisions of a cohort, newest first, with the names of who decided and whom it was about. */
export function journalOf(db: Database, cohortId: string) {
	const owners = ownersIn(db, cohortId);
	const subjects = alias(people, 'subjects');

	return db
		.select({
			id: journal.id,
			at: journal.at,
			kind: journal.kind,
			actor: nameColumns,
			subject: namesOf(subjects)
		})
		.from(journal)
		.leftJoin(people, eq(people.id, journal.actorId))
		.leftJoin(owners, eq(owners.id, journal.subjectId))
		.leftJoin(subjects, eq(subjects.id, owners.personId))
		.where(eq(journal.cohortId, cohortId))
		.orderBy(desc(journal.id))
		.limit(MOST_ENTRIES);
}

/** The same about one intern: what the intern decided and what was decided about the intern's things. */
export function decisionsOn(db: Database, { cohortId, id }: { cohortId: string; id: string }) {
	const owners = ownersIn(db, cohortId, id);
	return db
		.select({
			...{ id: journal.id, at: journal.at, kind: journal.kind, actor: nameColumns },
			task: sql<string | null>`${journal.data}->>'task'`,
			form: sql<string | null>`${journal.data}->>'form'`
		})
		.from(owners)
		.innerJoin(journal, eq(journal.subjectId, owners.id))
		.leftJoin(people, eq(people.id, journal.actorId))
		.where(eq(journal.cohortId, cohortId))
		.orderBy(desc(journal.id))
		.limit(MOST_DECISIONS);
}

/** Sendings of tasks since a moment, and those that nobody has decided on, with the tutor whom they are for. */
export function sendingsSince(db: Database, cohortId: string, since: Date) {
	return db
		.select({
			tutorId: sql<string | null>`coalesce(${submissionVersions.decidedBy}, ${enrolments.tutorId})`,
			since: submissionVersions.sentAt,
			answeredAt: submissionVersions.decidedAt
		})
		.from(submissionVersions)
		.innerJoin(submissions, eq(submissions.id, submissionVersions.submissionId))
		.innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				or(
					gte(submissionVersions.sentAt, since),
					and(isNull(submissionVersions.decidedAt), eq(submissions.state, 'sent'))
				)
			)
		);
}

/** The thread of an intern with the tutor: how much was said and read, never what. */
export async function threadOf(db: Database, enrolmentId: string, readerId: string) {
	const [row] = await db
		.select({
			roomId: rooms.id,
			messages: rooms.messageCount,
			unread: sql<number>`greatest(${rooms.messageCount} - ${roomMembers.readCount}, 0)::int`,
			lastAt: roomEvents.createdAt
		})
		.from(rooms)
		.innerJoin(roomMembers, and(eq(roomMembers.roomId, rooms.id), eq(roomMembers.personId, readerId)))
		.leftJoin(roomEvents, and(eq(roomEvents.roomId, rooms.id), eq(roomEvents.seq, rooms.lastSeq)))
		.where(and(eq(rooms.kind, 'private'), eq(rooms.enrolmentId, enrolmentId), isNull(roomMembers.leftAt)));
	return row;
}

export async function publishedWork(db: Database, enrolmentId: string) {
	const [row] = await db
		.select({ id: finalWorks.id, title: finalWorks.title, publishedAt: finalWorks.publishedAt })
		.from(finalWorks)
		.where(eq(finalWorks.enrolmentId, enrolmentId));
	return row;
}

/** Documents of an enrolment, the newest first. */
export function documentsOf(db: Database, enrolmentId: string) {
	return db
		.select({
			id: certificates.id,
			number: certificates.number,
			issuedOn: certificates.issuedOn,
			token: certificates.token,
			inForce: sql<boolean>`${certificates.revokedAt} is null and not exists (
				select 1 from ${certificates} later where later.replaces_id = ${certificates}.id)`
		})
		.from(certificates)
		.where(eq(certificates.enrolmentId, enrolmentId))
		.orderBy(desc(certificates.issuedAt), desc(certificates.id));
}

/** The working group of the site that each person of a cohort is in; of several the one that was opened first. */
export async function workingGroupsIn(
	db: Database,
	{ cohortId, siteId }: { cohortId: string; siteId: string }
): Promise<Map<string, string>> {
	const rows = await db
		.select({ personId: workingGroupMembers.personId, title: workingGroups.title })
		.from(workingGroupMembers)
		.innerJoin(workingGroups, eq(workingGroups.id, workingGroupMembers.groupId))
		.innerJoin(enrolments, eq(enrolments.personId, workingGroupMembers.personId))
		.where(and(eq(workingGroups.siteId, siteId), eq(enrolments.cohortId, cohortId)))
		.orderBy(desc(workingGroups.fromDay), desc(workingGroups.id));
	return new Map(rows.flatMap(({ personId, title }) => (personId ? [[personId, title]] : [])));
}
