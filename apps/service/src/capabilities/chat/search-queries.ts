import type { Database, Tx } from '@stazhirovka/db';
import {
	messageWords,
	nameColumns,
	people,
	roomMembers,
	roomMessages,
	rooms,
	roomWords
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { inside } from './queries.ts';

type Queryable = Database | Tx;
/** The message with which a page of what was found ends: in order of time, then of room, then of place. */
export type Cursor = { roomId: string; seq: number };
export type FoundRow = Awaited<ReturnType<typeof messages>>[number];

/** Stand around what was found; nobody can type them. */
export const MARKS = { start: '\u0002', stop: '\u0003' };
const MARKED = `HighlightAll=true, StartSel=${MARKS.start}, StopSel=${MARKS.stop}`;

/** Letter for letter what `words_of_message` makes words from. */
const folded = sql`translate(${roomMessages.text}, 'ёЁ<>', 'еЕ  ')`;

type Which = { beyond?: Cursor; newestFirst: boolean };

/** Messages with these words, or with files so named, in the person's own rooms. Removed words are nowhere. */
export function found(
	db: Queryable,
	personId: string,
	{ q, room, ...which }: Which & { q: string; room?: string },
	limit: number
) {
	// A name of a file may be asked for with the signs between its words.
	const query = sql`(websearch_to_tsquery('russian', translate(${q}, 'ёЁ<>', 'еЕ  '))
		|| websearch_to_tsquery('russian', regexp_replace(translate(${q}, 'ёЁ<>._', 'еЕ    '), '(\\S)-', '\\1 ', 'g')))`;
	const own = sql`${eq(roomMembers.personId, personId)} and ${inside} ${room ? sql`and ${eq(roomMembers.roomId, room)}` : sql``}`;
	const marked = sql<string>`ts_headline('russian', ${folded}, ${query}, ${MARKED})`;
	return messages(
		db,
		personId,
		{ ...which, marked, what: sql`(${roomMessages.roomId}, ${roomMessages.seq}) in (${saying(query, own)})` },
		limit
	);
}

/**
 * Messages with the words, in rooms of one's own: by the index as far as their words are entered, and by reading what was
 * said since. That is read room by room (`offset 0`): the planner cannot know how little it is.
 */
function saying(query: SQL, own: SQL): SQL {
	return sql`
		select ${messageWords.roomId}, ${messageWords.seq} from ${messageWords}
		join ${roomMembers} on ${roomMembers.roomId} = ${messageWords.roomId}
		where ${own} and ${messageWords.words} @@ ${query}
		union
		select ${roomMembers.roomId}, fresh.seq from ${roomMembers}
		left join ${roomWords} on ${roomWords.roomId} = ${roomMembers.roomId}
		cross join lateral (
			select t.seq, t.text, t.files from ${roomMessages} t
			where t.room_id = ${roomMembers.roomId} and t.seq > coalesce(${roomWords.upTo}, 0) offset 0) fresh
		where ${own} and words_of_message(fresh.text, fresh.files) @@ ${query}`;
}

/** Messages of others that call the person by name. */
export function calling(db: Queryable, personId: string, which: Which, limit: number) {
	const what = and(callsWhom(sql`${personId}`), ne(roomMessages.authorId, personId));
	return messages(db, personId, { ...which, marked: sql<string>`${roomMessages.text}`, what }, limit);
}

/** As the index of mentions knows it. */
function callsWhom(personId: SQL): SQL {
	return sql`(${roomMessages.mentions} <> '[]' and ${roomMessages.mentions} @> jsonb_build_array(${personId}::text))`;
}

/** In the order asked for. */
function messages(
	db: Queryable,
	personId: string,
	{ what, marked, beyond, newestFirst }: Which & { what: SQL | undefined; marked: SQL<string> },
	limit: number
) {
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
			files: roomMessages.files,
			isNew: sql<boolean>`${roomMessages.seq} > ${roomMembers.lastReadSeq}`,
			marked
		})
		.from(roomMessages)
		.innerJoin(
			roomMembers,
			and(eq(roomMembers.roomId, roomMessages.roomId), eq(roomMembers.personId, personId), inside)
		)
		.innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
		.innerJoin(people, eq(people.id, roomMessages.authorId))
		.where(and(what, isNull(roomMessages.removedAt), beyond && past(beyond, newestFirst)))
		.orderBy(...order.map((column) => (newestFirst ? desc(column) : asc(column))))
		.limit(limit)
		.execute();
}

/** The moment of the message stays in the database, which knows it more finely than a Date: many are stored in one millisecond. */
function past({ roomId, seq }: Cursor, newestFirst: boolean): SQL {
	const sign = sql.raw(newestFirst ? '<' : '>');
	return sql`(${roomMessages.createdAt}, ${roomMessages.roomId}, ${roomMessages.seq}) ${sign} (
		select t.created_at, t.room_id, t.seq from ${roomMessages} t where t.room_id = ${roomId} and t.seq = ${seq})`;
}
