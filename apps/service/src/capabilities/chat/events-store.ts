import type { ChatCard } from '@stazhirovka/contract/chat';
import type { FileInfo } from '@stazhirovka/contract/files';
import type { Database, Tx } from '@stazhirovka/db';
import { roomEvents } from '@stazhirovka/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import { ROOM_CHANNEL } from '../../shell/live.ts';

type Queryable = Database | Tx;

/** What an event of a room keeps. */
export type MessageBody = {
	text: string;
	files: FileInfo[];
	task: { key: string; title: string } | null;
	card: ChatCard | null;
};
export type NewMessage = {
	roomId: string;
	authorId: string;
	clientId: string;
	at: Date;
	body: MessageBody;
	hash: Buffer;
};

const UNIQUE_VIOLATION = '23505';

/**
 * Stores the message and raises the room's counter together: no holes in the sequence, in the order of commit (C4).
 * Undefined: no such room, or the author is not in it; the row lock on the membership makes a removal wait or win (C9).
 * 'duplicate': this client id was stored before; nothing was written and no number was spent (C2).
 */
export async function insertMessage(
	db: Queryable,
	message: NewMessage
): Promise<number | 'duplicate' | undefined> {
	try {
		// A failed statement spoils its transaction, so inside one it stands behind a savepoint.
		return await (db instanceof PgTransaction
			? db.transaction((tx) => append(tx, message))
			: append(db, message));
	} catch (error) {
		if (isDuplicate(error)) return 'duplicate';
		throw error;
	}
}

async function append(
	db: Queryable,
	{ roomId, authorId, clientId, at, body, hash }: NewMessage
): Promise<number | undefined> {
	const [row] = await db.execute<{ seq: string }>(sql`
		with author as (
			select person_id from room_members
			where room_id = ${roomId} and person_id = ${authorId} and left_at is null
			for no key update
		), room as (
			update rooms set last_seq = last_seq + 1
			where id = ${roomId} and exists (select 1 from author)
			returning last_seq
		), event as (
			insert into room_events (room_id, seq, type, author_id, client_id, body, body_hash, created_at)
			select ${roomId}, room.last_seq, 'message.posted', ${authorId}, ${clientId},
				${JSON.stringify(body)}::jsonb, ${hash}, ${at.toISOString()}
			from room
			returning seq
		), mark as (
			update room_members set last_read_seq = event.seq from event
			where room_id = ${roomId} and person_id = ${authorId}
		)
		select seq, pg_notify(${ROOM_CHANNEL}, ${roomId} || ':' || seq) from event`);
	return row && Number(row.seq);
}

function isDuplicate(error: unknown): boolean {
	const { cause } = error as { cause?: { code?: unknown } };
	return cause?.code === UNIQUE_VIOLATION;
}

/** What was stored under a client's id. */
export async function findByClientId(db: Queryable, { roomId, authorId, clientId }: NewMessage) {
	const [row] = await db
		.select({ seq: roomEvents.seq, hash: roomEvents.bodyHash })
		.from(roomEvents)
		.where(
			and(eq(roomEvents.roomId, roomId), eq(roomEvents.authorId, authorId), eq(roomEvents.clientId, clientId))
		);
	return row;
}
