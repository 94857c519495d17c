import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	cohortTutors,
	messageReports,
	nameColumns,
	people,
	roomMembers,
	roomMessages,
	rooms
} from '@stazhirovka/db/schema';
import type { Posted } from '@stazhirovka/domain/chat';
import { and, desc, eq, inArray, isNotNull, isNull, lt, ne, not, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { messageColumns } from './message-queries.ts';
import { inside, moderates, siteId } from './queries.ts';

type Queryable = Database | Tx;
export type ReportRow = Awaited<ReturnType<typeof reports>>[number];
/** Who looks at reports, and the sites that he is set over. */
export type Judge = { personId: string; siteIds: string[] };

const settler = alias(people, 'settler');
const author = alias(people, 'author');
const nameOf = <T extends typeof settler | typeof author>(who: T) => ({
	id: who.id as T['id'],
	surname: who.surname as T['surname'],
	givenName: who.givenName as T['givenName'],
	patronymic: who.patronymic as T['patronymic']
});
const isMember = sql<boolean>`${roomMembers.personId} is not null`;

/** The words when they were reported, by the first change after that; null: they stand. */
const wordsThen = sql<string | null>`(
	select e.body ->> 'before' from room_events e
	where e.room_id = ${messageReports.roomId} and e.message = ${messageReports.message}
		and e.type in ('message.edited', 'message.removed') and e.created_at >= ${messageReports.createdAt}
	order by e.seq limit 1)`;
/** What was taken away with the message; null: it stands. */
const filesThen = sql<Posted['files'] | null>`(
	select e.body -> 'files' from room_events e
	where e.room_id = ${messageReports.roomId} and e.message = ${messageReports.message}
		and e.type = 'message.removed' limit 1)`;

/** Somebody moderates the room who has not written the message. */
const hasImpartial = sql`exists (
	select 1 from room_members o where o.room_id = ${rooms.id} and o.left_at is null
		and o.person_id <> ${roomMessages.authorId}
		and (o.moderates or exists (select 1 from ${cohortTutors} c
			where c.cohort_id = ${rooms.cohortId} and c.person_id = o.person_id)))`;

const judgedBy = (personId: string, siteIds: string[]) =>
	and(
		ne(roomMessages.authorId, personId),
		or(and(isMember, moderates), and(inArray(siteId, siteIds), not(hasImpartial)))
	);

/**
 * Reports that a person may judge: of the rooms that he moderates, and of rooms at his sites in which nobody moderates but
 * the author. Never of his own words.
 */
function reports(db: Queryable, { personId, siteIds }: Judge, which: SQL | undefined, limit: number) {
	return db
		.select({
			id: messageReports.id,
			roomId: messageReports.roomId,
			cohortId: rooms.cohortId,
			room: sql<string>`case when ${rooms.title} = '' then coalesce(${cohorts.title}, '') else ${rooms.title} end`,
			/** Whether the judge is in the room and can be led there. */
			isMember,
			message: messageColumns,
			author: nameOf(author),
			wordsThen,
			filesThen,
			reporter: nameColumns,
			reason: messageReports.reason,
			at: messageReports.createdAt,
			settled: messageReports.settled,
			settledAt: messageReports.settledAt,
			settler: nameOf(settler)
		})
		.from(messageReports)
		.innerJoin(rooms, eq(rooms.id, messageReports.roomId))
		.leftJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.innerJoin(
			roomMessages,
			and(eq(roomMessages.roomId, messageReports.roomId), eq(roomMessages.seq, messageReports.message))
		)
		.leftJoin(roomMembers, and(eq(roomMembers.roomId, rooms.id), eq(roomMembers.personId, personId), inside))
		.innerJoin(people, eq(people.id, messageReports.reporterId))
		.innerJoin(author, eq(author.id, roomMessages.authorId))
		.leftJoin(settler, eq(settler.id, messageReports.settledBy))
		.where(and(judgedBy(personId, siteIds), which))
		.orderBy(desc(messageReports.id))
		.limit(limit)
		.execute();
}

export function reportsFor(
	db: Queryable,
	judge: Judge,
	{ before, settled }: { before?: string; settled: boolean },
	limit: number
) {
	const state = settled ? isNotNull(messageReports.settled) : isNull(messageReports.settled);
	return reports(db, judge, and(state, before ? lt(messageReports.id, before) : undefined), limit);
}

/** Whether any report waits for this judge. */
export async function anyWaiting(db: Queryable, { personId, siteIds }: Judge): Promise<boolean> {
	const [row] = await db
		.select({ id: messageReports.id })
		.from(messageReports)
		.innerJoin(rooms, eq(rooms.id, messageReports.roomId))
		.leftJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.innerJoin(
			roomMessages,
			and(eq(roomMessages.roomId, messageReports.roomId), eq(roomMessages.seq, messageReports.message))
		)
		.leftJoin(roomMembers, and(eq(roomMembers.roomId, rooms.id), eq(roomMembers.personId, personId), inside))
		.where(and(isNull(messageReports.settled), judgedBy(personId, siteIds)))
		.limit(1);
	return row !== undefined;
}

export async function findReport(db: Queryable, judge: Judge, id: string) {
	const [row] = await reports(db, judge, eq(messageReports.id, id), 1);
	return row;
}
