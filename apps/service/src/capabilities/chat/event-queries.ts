import type { Database, Tx } from '@stazhirovka/db';
import { prepared } from '@stazhirovka/db/prepared';
import { nameColumns, people, roomEvents, roomMessages } from '@stazhirovka/db/schema';
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** An event with the words of its message as they stand now: what was taken back is not told again to latecomers. */
function events(db: Queryable) {
	return db
		.select({
			seq: roomEvents.seq,
			type: roomEvents.type,
			meant: roomEvents.message,
			clientId: roomEvents.clientId,
			body: roomEvents.body,
			at: roomEvents.createdAt,
			author: nameColumns,
			message: {
				text: roomMessages.text,
				files: roomMessages.files,
				subject: roomMessages.subject,
				card: roomMessages.card,
				replyTo: roomMessages.replyTo,
				mentions: roomMessages.mentions
			}
		})
		.from(roomEvents)
		.innerJoin(people, eq(people.id, roomEvents.authorId))
		.leftJoin(
			roomMessages,
			and(
				eq(roomMessages.roomId, roomEvents.roomId),
				eq(roomMessages.seq, sql`coalesce(${roomEvents.message}, ${roomEvents.seq})`)
			)
		)
		.$dynamic();
}

export type EventRow = Awaited<ReturnType<typeof events>>[number];

const afterPlace = prepared((db) =>
	events(db)
		.where(and(eq(roomEvents.roomId, sql.placeholder('roomId')), gt(roomEvents.seq, sql.placeholder('seq'))))
		.orderBy(asc(roomEvents.seq))
		.limit(sql.placeholder('limit'))
		.prepare('room_events_after')
);

/** What happened after a place in the room, in order. */
export function eventsAfter(db: Queryable, roomId: string, seq: number, limit: number): Promise<EventRow[]> {
	return afterPlace(db).execute({ roomId, seq, limit });
}

/** All that happened to one message, its posting first. */
export function eventsOfMessage(db: Queryable, roomId: string, seq: number): Promise<EventRow[]> {
	return events(db)
		.where(and(eq(roomEvents.roomId, roomId), or(eq(roomEvents.seq, seq), eq(roomEvents.message, seq))))
		.orderBy(asc(roomEvents.seq))
		.execute();
}
