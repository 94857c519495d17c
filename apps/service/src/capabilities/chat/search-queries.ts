import type { Database, Tx } from '@stazhirovka/db';
import { nameColumns, people, roomMembers, roomMessages, rooms } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { inside } from './queries.ts';

type Queryable = Database | Tx;
/** Where a page of what was found ends: after it in time, then by room, then by place. */
export type Cursor = { at: Date; roomId: string; seq: number };
export type FoundRow = Awaited<ReturnType<typeof found>>[number];

/** Stand around what was found; nobody can type them. */
export const MARKS = { start: '\u0002', stop: '\u0003' };
const MARKED = `HighlightAll=true, StartSel=${MARKS.start}, StopSel=${MARKS.stop}`;

/** Letter for letter what the index of words was made from. */
const folded = sql`translate(${roomMessages.text}, 'ёЁ<>', 'еЕ  ')`;

/** Messages with these words in the person's own rooms, in the order asked for. Removed words are nowhere. */
export function found(
	db: Queryable,
	personId: string,
	{ q, room, beyond, newestFirst }: { q: string; room?: string; beyond?: Cursor; newestFirst: boolean },
	limit: number
) {
	const query = sql`websearch_to_tsquery('russian', translate(${q}, 'ёЁ<>', 'еЕ  '))`;
	const order = [roomMessages.createdAt, roomMessages.roomId, roomMessages.seq];
	return db
		.select({
			roomId: roomMessages.roomId,
			kind: rooms.kind,
			title: rooms.title,
			seq: roomMessages.seq,
			at: roomMessages.createdAt,
			author: nameColumns,
			text: roomMessages.text,
			marked: sql<string>`ts_headline('russian', ${folded}, ${query}, ${MARKED})`
		})
		.from(roomMessages)
		.innerJoin(
			roomMembers,
			and(eq(roomMembers.roomId, roomMessages.roomId), eq(roomMembers.personId, personId), inside)
		)
		.innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
		.innerJoin(people, eq(people.id, roomMessages.authorId))
		.where(
			and(
				sql`${roomMessages.words} @@ ${query}`,
				isNull(roomMessages.removedAt),
				room ? eq(roomMessages.roomId, room) : undefined,
				beyond && past(beyond, newestFirst)
			)
		)
		.orderBy(...order.map((column) => (newestFirst ? desc(column) : asc(column))))
		.limit(limit)
		.execute();
}

function past({ at, roomId, seq }: Cursor, newestFirst: boolean): SQL {
	const sign = sql.raw(newestFirst ? '<' : '>');
	return sql`(${roomMessages.createdAt}, ${roomMessages.roomId}, ${roomMessages.seq})
		${sign} (${at.toISOString()}::timestamptz, ${roomId}::uuid, ${seq}::bigint)`;
}
