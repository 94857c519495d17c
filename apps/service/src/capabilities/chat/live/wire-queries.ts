import type { Database } from '@stazhirovka/db';
import { prepared } from '@stazhirovka/db/prepared';
import { nameColumns, people, roomEvents, roomMessages } from '@stazhirovka/db/schema';
import { and, asc, eq, gt, sql } from 'drizzle-orm';

/** The words of a message as JSON: the database writes them faster than they are read here and written again. */
const words = sql<string | null>`case when ${roomMessages.seq} is not null then json_build_object(
	'text', ${roomMessages.text}, 'files', ${roomMessages.files}, 'subject', ${roomMessages.subject},
	'card', ${roomMessages.card}, 'replyTo', ${roomMessages.replyTo}, 'mentions', ${roomMessages.mentions})::text end`;

const afterPlace = prepared((db) =>
	db
		.select({
			seq: roomEvents.seq,
			type: roomEvents.type,
			meant: roomEvents.message,
			clientId: roomEvents.clientId,
			body: sql<string>`${roomEvents.body}::text`,
			at: roomEvents.createdAt,
			author: nameColumns,
			words
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
		.where(and(eq(roomEvents.roomId, sql.placeholder('roomId')), gt(roomEvents.seq, sql.placeholder('seq'))))
		.orderBy(asc(roomEvents.seq))
		.limit(sql.placeholder('limit'))
		.prepare('room_events_for_the_wire')
);

export type WireRow = Awaited<ReturnType<typeof wireEventsAfter>>[number];

/** What happened after a place in the room, in order, with what is JSON left as it is stored. */
export function wireEventsAfter(db: Database, roomId: string, seq: number, limit: number) {
	return afterPlace(db).execute({ roomId, seq, limit });
}
