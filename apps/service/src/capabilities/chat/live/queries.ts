import type { Database } from '@stazhirovka/db';
import { roomMembers, rooms } from '@stazhirovka/db/schema';
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
