import type { Database } from '@stazhirovka/db';
import { chatSettings, roomMembers, rooms } from '@stazhirovka/db/schema';
import { SMALL_ROOM } from '@stazhirovka/domain/chat';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { list, unread } from '../queries.ts';

export type Position = { roomId: string; epoch: string; seq: number };

/** Of these rooms, those that the person is in: where each is now. Prepared, for a storm of reconnects asks it. */
export async function topsFor(db: Database, personId: string, roomIds: string[]) {
	const ids = `{${roomIds.join(',')}}`;
	const rows = await db.$client<{ roomId: string; epoch: string; seq: string }[]>`
		select r.id as "roomId", r.epoch, r.last_seq as seq from rooms r
		join room_members m on m.room_id = r.id and m.person_id = ${personId} and m.left_at is null
		where r.id = any(${ids}::uuid[])`;
	return new Map(rows.map(({ roomId, epoch, seq }) => [roomId, { epoch, seq: Number(seq) }]));
}

export function tops(db: Database, roomIds: string[]): Promise<Position[]> {
	return db
		.select({ roomId: rooms.id, epoch: rooms.epoch, seq: rooms.lastSeq })
		.from(rooms)
		.where(sql`${rooms.id} = any(${list(roomIds)})`)
		.execute();
}

/** Which of these people are in which of these rooms. */
export function memberships(db: Database, personIds: string[], roomIds: string[]) {
	return db
		.select({ personId: roomMembers.personId, roomId: roomMembers.roomId })
		.from(roomMembers)
		.where(
			and(
				sql`${roomMembers.personId} = any(${list(personIds)})`,
				sql`${roomMembers.roomId} = any(${list(roomIds)})`,
				isNull(roomMembers.leftAt)
			)
		);
}

/** How much each of these people has not read, in all rooms together that they have not muted. */
export function unreadTotals(db: Database, personIds: string[]) {
	return db
		.select({
			personId: roomMembers.personId,
			total: sql<number>`coalesce(sum(${unread}) filter (where not ${roomMembers.muted}), 0)::int`
		})
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.where(and(sql`${roomMembers.personId} = any(${list(personIds)})`, isNull(roomMembers.leftAt)))
		.groupBy(roomMembers.personId);
}

/** How far each of these people has read in those of these rooms that are small; null for whoever hides it. */
export function marksIn(db: Database, roomIds: string[], personIds: string[]) {
	const inRoom = sql`(select count(*) from room_members x where x.room_id = ${roomMembers.roomId} and x.left_at is null)`;
	return db
		.select({
			roomId: roomMembers.roomId,
			personId: roomMembers.personId,
			seq: sql<
				number | null
			>`case when ${chatSettings.hidesReadMark} then null else ${roomMembers.lastReadSeq} end`.mapWith(
				(seq: string | null) => (seq === null ? null : Number(seq))
			)
		})
		.from(roomMembers)
		.leftJoin(chatSettings, eq(chatSettings.personId, roomMembers.personId))
		.where(
			and(
				sql`${roomMembers.roomId} = any(${list(roomIds)})`,
				sql`${roomMembers.personId} = any(${list(personIds)})`,
				isNull(roomMembers.leftAt),
				sql`${inRoom} <= ${SMALL_ROOM}`
			)
		)
		.execute();
}
