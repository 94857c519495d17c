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
import { and, desc, eq, inArray, isNotNull, isNull, lt, ne, not, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inside, moderates } from './queries.ts';

type Queryable = Database | Tx;
export type ReportRow = Awaited<ReturnType<typeof reports>>[number];
/** Who looks at reports, and the sites that he is set over. */
export type Judge = { personId: string; siteIds: string[] };

const settler = alias(people, 'settler');
const siteId = sql`coalesce(${rooms.siteId}, ${cohorts.siteId})`;
const isMember = sql<boolean>`${roomMembers.personId} is not null`;

/** Somebody moderates the room who has not written the message. */
const hasImpartial = sql`exists (
	select 1 from room_members o where o.room_id = ${rooms.id} and o.left_at is null
		and o.person_id <> ${roomMessages.authorId}
		and (o.moderates or exists (select 1 from ${cohortTutors} c
			where c.cohort_id = ${rooms.cohortId} and c.person_id = o.person_id)))`;

/**
 * Reports that a person may judge: of the rooms that he moderates, and of rooms at his sites in which nobody moderates but
 * the author. Never of his own words.
 */
function reports(db: Queryable, { personId, siteIds }: Judge, which: SQL | undefined, limit: number) {
	const over = and(inArray(siteId, siteIds), not(hasImpartial));
	return db
		.select({
			id: messageReports.id,
			roomId: messageReports.roomId,
			cohortId: rooms.cohortId,
			room: sql<string>`case when ${rooms.title} = '' then coalesce(${cohorts.title}, '') else ${rooms.title} end`,
			/** Whether the judge is in the room and can be led there. */
			isMember,
			message: messageReports.message,
			reporter: nameColumns,
			reason: messageReports.reason,
			at: messageReports.createdAt,
			settled: messageReports.settled,
			settledAt: messageReports.settledAt,
			settler: {
				id: settler.id,
				surname: settler.surname,
				givenName: settler.givenName,
				patronymic: settler.patronymic
			}
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
		.leftJoin(settler, eq(settler.id, messageReports.settledBy))
		.where(and(ne(roomMessages.authorId, personId), or(and(isMember, moderates), over), which))
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

export async function findReport(db: Queryable, judge: Judge, id: string) {
	const [row] = await reports(db, judge, eq(messageReports.id, id), 1);
	return row;
}
