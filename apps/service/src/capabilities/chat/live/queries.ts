import type { Database } from '@stazhirovka/db';
import { roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { list, unread } from '../queries.ts';

export type Position = { roomId: string; epoch: string; seq: number };

/** For each of these positions in rooms that the person is in: where the room is now, and how many bytes were missed. */
export async function distances(db: Database, personId: string, positions: Position[]) {
	const rows = await db.execute<{ room_id: string; epoch: string; seq: string; bytes: string }>(sql`
		select r.id as room_id, r.epoch, r.last_seq as seq,
			(select coalesce(sum(octet_length(t.text) + octet_length(coalesce(t.card::text, ''))), 0) from room_messages t
				where t.room_id = r.id and t.seq > p.seq and r.last_seq > p.seq) as bytes
		from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as p("roomId" uuid, seq bigint)
		join rooms r on r.id = p."roomId"
		join room_members m on m.room_id = r.id and m.person_id = ${personId} and m.left_at is null`);
	return rows.map((row) => ({
		roomId: row.room_id,
		epoch: row.epoch,
		seq: Number(row.seq),
		bytes: Number(row.bytes)
	}));
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

/** How much each of these people has not read, in all rooms together. */
export function unreadTotals(db: Database, personIds: string[]) {
	return db
		.select({
			personId: roomMembers.personId,
			total: sql<number>`sum(${unread})::int`
		})
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.where(and(sql`${roomMembers.personId} = any(${list(personIds)})`, isNull(roomMembers.leftAt)))
		.groupBy(roomMembers.personId);
}
