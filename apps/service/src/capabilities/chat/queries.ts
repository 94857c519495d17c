import type { Database, Tx } from '@stazhirovka/db';
import { roomEvents, roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** Private threads with something that this tutor has not read, the longest waiting first. */
export async function unreadPrivateThreads(db: Queryable, tutorId: string) {
	const oldest = sql<string>`min(${roomEvents.createdAt})`;
	const rows = await db
		.select({
			roomId: rooms.id,
			cohortId: rooms.cohortId,
			enrolmentId: sql<string>`${rooms.enrolmentId}`,
			unread: sql<number>`count(*)::int`,
			since: oldest,
			lastText: sql<string>`(array_agg(${roomEvents.body} ->> 'text' order by ${roomEvents.seq} desc))[1]`
		})
		.from(roomMembers)
		.innerJoin(
			rooms,
			and(eq(rooms.id, roomMembers.roomId), eq(rooms.kind, 'private'), isNotNull(rooms.enrolmentId))
		)
		.innerJoin(roomEvents, and(eq(roomEvents.roomId, rooms.id), gt(roomEvents.seq, roomMembers.lastReadSeq)))
		.where(and(eq(roomMembers.personId, tutorId), isNull(roomMembers.leftAt)))
		.groupBy(rooms.id)
		.orderBy(asc(oldest));
	return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}
