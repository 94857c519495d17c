import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, nameColumns, people, roomEvents, roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

const inside = isNull(roomMembers.leftAt);
const unread = sql<number>`(${rooms.lastSeq} - ${roomMembers.lastReadSeq})::int`;

/** The rooms that a person is in, each with its newest event: one round trip however many there are. */
export function myRooms(db: Queryable, personId: string) {
	const others = db
		.select({
			names: sql<
				{ surname: string; givenName: string; patronymic: string | null }[] | null
			>`jsonb_agg(jsonb_build_object('surname', ${people.surname}, 'givenName', ${people.givenName}, 'patronymic', ${people.patronymic}) order by ${people.surname})`.as(
				'names'
			)
		})
		.from(sql`room_members other`)
		.innerJoin(people, sql`${people.id} = other.person_id`)
		.where(sql`other.room_id = ${rooms.id} and other.left_at is null and other.person_id <> ${personId}`)
		.as('others');

	return db
		.select({
			id: rooms.id,
			kind: rooms.kind,
			title: rooms.title,
			cohort: cohorts.title,
			unread,
			lastBody: roomEvents.body,
			lastAt: roomEvents.createdAt,
			others: others.names
		})
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.innerJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.leftJoin(roomEvents, and(eq(roomEvents.roomId, rooms.id), eq(roomEvents.seq, rooms.lastSeq)))
		.leftJoinLateral(others, eq(rooms.kind, 'private'))
		.where(and(eq(roomMembers.personId, personId), inside))
		.orderBy(sql`${roomEvents.createdAt} desc nulls last`, asc(rooms.id));
}

/** What a person in the room may know of it; undefined for everybody else. */
export async function findMyRoom(db: Queryable, personId: string, roomId: string) {
	const [row] = await db
		.select({
			id: rooms.id,
			kind: rooms.kind,
			title: rooms.title,
			epoch: rooms.epoch,
			seq: rooms.lastSeq,
			lastReadSeq: roomMembers.lastReadSeq,
			programmeVersionId: cohorts.programmeVersionId
		})
		.from(rooms)
		.innerJoin(roomMembers, and(eq(roomMembers.roomId, rooms.id), eq(roomMembers.personId, personId), inside))
		.innerJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.where(eq(rooms.id, roomId));
	return row;
}

export function membersOf(db: Queryable, roomId: string) {
	return db
		.select(nameColumns)
		.from(roomMembers)
		.innerJoin(people, eq(people.id, roomMembers.personId))
		.where(and(eq(roomMembers.roomId, roomId), inside))
		.orderBy(people.surname, people.givenName, people.id);
}

function events(db: Queryable) {
	return db
		.select({
			seq: roomEvents.seq,
			clientId: roomEvents.clientId,
			body: roomEvents.body,
			at: roomEvents.createdAt,
			author: nameColumns
		})
		.from(roomEvents)
		.innerJoin(people, eq(people.id, roomEvents.authorId))
		.$dynamic();
}

export type EventRow = Awaited<ReturnType<typeof events>>[number];

/** The newest events up to a place in the room, in order. */
export async function eventsUpTo(
	db: Queryable,
	roomId: string,
	seq: number,
	limit: number
): Promise<EventRow[]> {
	const rows = await events(db)
		.where(and(eq(roomEvents.roomId, roomId), lte(roomEvents.seq, seq)))
		.orderBy(desc(roomEvents.seq))
		.limit(limit);
	return rows.reverse();
}

/** What happened after a place in the room, in order. */
export function eventsAfter(db: Queryable, roomId: string, seq: number, limit: number): Promise<EventRow[]> {
	return events(db)
		.where(and(eq(roomEvents.roomId, roomId), gt(roomEvents.seq, seq)))
		.orderBy(asc(roomEvents.seq))
		.limit(limit)
		.execute();
}

/** Private threads with something that this tutor has not read, the longest waiting first. */
export async function unreadPrivateThreads(db: Queryable, tutorId: string) {
	const since = sql<string>`min(${roomEvents.createdAt})`;
	const rows = await db
		.select({
			roomId: rooms.id,
			cohortId: rooms.cohortId,
			enrolmentId: sql<string>`${rooms.enrolmentId}`,
			unread: sql<number>`count(*)::int`,
			since,
			lastText: sql<string>`(array_agg(${roomEvents.body} ->> 'text' order by ${roomEvents.seq} desc))[1]`
		})
		.from(roomMembers)
		.innerJoin(
			rooms,
			and(eq(rooms.id, roomMembers.roomId), eq(rooms.kind, 'private'), isNotNull(rooms.enrolmentId))
		)
		.innerJoin(roomEvents, and(eq(roomEvents.roomId, rooms.id), gt(roomEvents.seq, roomMembers.lastReadSeq)))
		.where(and(eq(roomMembers.personId, tutorId), inside))
		.groupBy(rooms.id)
		.orderBy(asc(since));
	return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}

/** How much of each of these rooms each of these people has not read, and of all their rooms together. */
export function unreadCounts(db: Queryable, roomIds: string[], personIds: string[]) {
	return db
		.select({
			personId: roomMembers.personId,
			roomId: roomMembers.roomId,
			count: unread,
			total: sql<number>`(select sum(r.last_seq - m.last_read_seq)::int from room_members m join rooms r on r.id = m.room_id
				where m.person_id = ${roomMembers.personId} and m.left_at is null)`
		})
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.where(
			and(
				sql`${roomMembers.roomId} = any(${list(roomIds)})`,
				sql`${roomMembers.personId} = any(${list(personIds)})`,
				inside
			)
		);
}

/** Ids as one parameter, so that a statement is prepared once for any number of them. */
export function list(ids: string[]) {
	return sql`${`{${ids.join(',')}}`}::uuid[]`;
}
