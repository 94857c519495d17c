import type { Database, Tx } from '@stazhirovka/db';
import { prepared } from '@stazhirovka/db/prepared';
import { nameColumns, people, roomMessages } from '@stazhirovka/db/schema';
import {
	and,
	asc,
	count,
	desc,
	eq,
	gt,
	gte,
	isNotNull,
	isNull,
	lt,
	lte,
	ne,
	sql,
	type SQL
} from 'drizzle-orm';

type Queryable = Database | Tx;
type Placeholder = ReturnType<typeof sql.placeholder>;
/** Messages from the first to the last, with whether there is anything before and after them. */
export type Page = { rows: MessageRow[]; earlier: boolean; later: boolean };

/** Where in a room to read, and the position of the room beyond which nothing is read. */
export type Place = { seq: number; top: number };

/** All of a message but its author. */
export const messageColumns = {
	seq: roomMessages.seq,
	clientId: roomMessages.clientId,
	text: roomMessages.text,
	files: roomMessages.files,
	subject: roomMessages.subject,
	card: roomMessages.card,
	replyTo: roomMessages.replyTo,
	mentions: roomMessages.mentions,
	at: roomMessages.createdAt,
	editedAt: roomMessages.editedAt,
	removedAt: roomMessages.removedAt,
	removal: roomMessages.removal,
	reactions: roomMessages.reactions,
	replyCount: roomMessages.replyCount,
	lastReply: roomMessages.lastReply,
	remarks: roomMessages.remarks
};

/** A message with everything that happened to it: one row, one index. */
function messages(db: Queryable) {
	return db
		.select({ ...messageColumns, author: nameColumns })
		.from(roomMessages)
		.innerJoin(people, eq(people.id, roomMessages.authorId))
		.$dynamic();
}

export type MessageRow = Awaited<ReturnType<typeof messages>>[number];

const of = (roomId: string | Placeholder, ...more: (SQL | undefined)[]) =>
	and(eq(roomMessages.roomId, roomId), ...more);

const before = prepared((db) =>
	messages(db)
		.where(of(sql.placeholder('roomId'), lt(roomMessages.seq, sql.placeholder('seq'))))
		.orderBy(desc(roomMessages.seq))
		.limit(sql.placeholder('limit'))
		.prepare('room_messages_before')
);

const from = prepared((db) =>
	messages(db)
		.where(
			of(
				sql.placeholder('roomId'),
				gte(roomMessages.seq, sql.placeholder('seq')),
				lte(roomMessages.seq, sql.placeholder('top'))
			)
		)
		.orderBy(asc(roomMessages.seq))
		.limit(sql.placeholder('limit'))
		.prepare('room_messages_from')
);

const unread = prepared((db) =>
	db
		.select({ seq: roomMessages.seq })
		.from(roomMessages)
		.where(
			of(
				sql.placeholder('roomId'),
				gt(roomMessages.seq, sql.placeholder('after')),
				ne(roomMessages.authorId, sql.placeholder('personId')),
				isNull(roomMessages.removedAt)
			)
		)
		.orderBy(asc(roomMessages.seq))
		.limit(1)
		.prepare('room_messages_unread')
);

const pinned = prepared((db) =>
	db
		.select({ seq: roomMessages.seq })
		.from(roomMessages)
		.where(of(sql.placeholder('roomId'), isNotNull(roomMessages.pinned)))
		.orderBy(asc(roomMessages.pinned))
		.prepare('room_messages_pinned')
);

/** The newest messages before a place, in order. One more than asked for tells whether there is more. */
export async function messagesBefore(
	db: Queryable,
	roomId: string,
	seq: number,
	limit: number
): Promise<Page> {
	const rows = await before(db).execute({ roomId, seq, limit: limit + 1 });
	return { rows: rows.slice(0, limit).reverse(), earlier: rows.length > limit, later: false };
}

/** The oldest messages from a place on, that place included. */
export async function messagesFrom(
	db: Queryable,
	roomId: string,
	{ seq, top }: Place,
	limit: number
): Promise<Page> {
	const rows = await from(db).execute({ roomId, seq, top, limit: limit + 1 });
	return { rows: rows.slice(0, limit), earlier: false, later: rows.length > limit };
}

/** A page with a place in it, and some messages before it to read on from. */
export async function messagesAround(
	db: Queryable,
	roomId: string,
	place: Place,
	page: { before: number; after: number }
): Promise<Page> {
	const [head, tail] = await Promise.all([
		messagesBefore(db, roomId, place.seq, page.before),
		messagesFrom(db, roomId, place, page.after)
	]);
	return { rows: [...head.rows, ...tail.rows], earlier: head.earlier, later: tail.later };
}

/** The first message of others after a read mark. */
export async function firstUnread(db: Queryable, roomId: string, after: number, personId: string) {
	const [row] = await unread(db).execute({ roomId, after, personId });
	return row?.seq ?? null;
}

/** The first message since a moment. */
export async function firstSince(db: Queryable, roomId: string, moment: Date) {
	const [row] = await db
		.select({ seq: roomMessages.seq })
		.from(roomMessages)
		.where(of(roomId, gte(roomMessages.createdAt, moment)))
		.orderBy(asc(roomMessages.seq))
		.limit(1);
	return row?.seq ?? null;
}

export async function findMessage(
	db: Queryable,
	roomId: string,
	seq: number
): Promise<MessageRow | undefined> {
	const [row] = await messages(db).where(of(roomId, eq(roomMessages.seq, seq)));
	return row;
}

export async function pinnedSeqs(db: Queryable, roomId: string): Promise<number[]> {
	const rows = await pinned(db).execute({ roomId });
	return rows.map(({ seq }) => seq);
}

export function pinnedMessages(db: Queryable, roomId: string): Promise<MessageRow[]> {
	return messages(db)
		.where(of(roomId, isNotNull(roomMessages.pinned)))
		.orderBy(asc(roomMessages.pinned))
		.execute();
}

export async function countPinned(db: Queryable, roomId: string): Promise<number> {
	const [row] = await db
		.select({ pinned: count() })
		.from(roomMessages)
		.where(of(roomId, isNotNull(roomMessages.pinned)));
	return row?.pinned ?? 0;
}

/** Roots with answers, the last answered first. */
export function answeredRoots(db: Queryable, roomId: string, before: number | undefined, limit: number) {
	const earlier = before === undefined ? undefined : lt(roomMessages.lastReply, before);
	return messages(db)
		.where(of(roomId, isNotNull(roomMessages.lastReply), earlier))
		.orderBy(desc(roomMessages.lastReply))
		.limit(limit)
		.execute();
}

/** Messages about one thing of the work, answered or not, the newest first. */
export function messagesAbout(
	db: Queryable,
	roomId: string,
	{ subjectKey, before }: { subjectKey: string; before: number | undefined },
	limit: number
) {
	const earlier = before === undefined ? undefined : lt(roomMessages.seq, before);
	return messages(db)
		.where(of(roomId, eq(roomMessages.subjectKey, subjectKey), isNull(roomMessages.replyTo), earlier))
		.orderBy(desc(roomMessages.seq))
		.limit(limit)
		.execute();
}

/** The newest answers of a thread before a place, in order. */
export async function repliesBefore(
	db: Queryable,
	roomId: string,
	{ root, before }: { root: number; before: number },
	limit: number
): Promise<Page> {
	const rows = await messages(db)
		.where(of(roomId, eq(roomMessages.replyTo, root), lt(roomMessages.seq, before)))
		.orderBy(desc(roomMessages.seq))
		.limit(limit + 1);
	return { rows: rows.slice(0, limit).reverse(), earlier: rows.length > limit, later: false };
}

/** Everything in a room up to a place, by pages, for its record. */
export function messagesUpTo(db: Queryable, roomId: string, after: number, seq: number, limit: number) {
	return messages(db)
		.where(of(roomId, gt(roomMessages.seq, after), lte(roomMessages.seq, seq)))
		.orderBy(asc(roomMessages.seq))
		.limit(limit)
		.execute();
}
