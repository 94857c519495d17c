import type { Tx } from '@stazhirovka/db';
import { roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { append } from './append-store.ts';
import { leaveTurns } from './conference-store.ts';

/** Rooms are locked before their people, here as in the statement that writes to them. */
async function lockRoom(tx: Tx, roomId: string) {
	const [room] = await tx
		.select({ seq: rooms.lastSeq, messages: rooms.messageCount })
		.from(rooms)
		.where(eq(rooms.id, roomId))
		.for('no key update');
	return room ?? { seq: 0, messages: 0 };
}

/**
 * Lets people in; what was said before they came does not count as unread. Answers with those who were not inside.
 * `quiet`: they are there from the beginning, which is no news.
 */
export async function letIn(
	tx: Tx,
	roomId: string,
	personIds: string[],
	{ quiet = false } = {}
): Promise<string[]> {
	if (personIds.length === 0) return [];
	const room = await lockRoom(tx, roomId);
	const mark = { lastReadSeq: room.seq, readCount: room.messages };
	const entered = await tx
		.insert(roomMembers)
		.values(personIds.map((personId) => ({ roomId, personId, ...mark })))
		.onConflictDoUpdate({
			target: [roomMembers.roomId, roomMembers.personId],
			set: {
				leftAt: null,
				barred: false,
				lastReadSeq: sql`excluded.last_read_seq`,
				readCount: sql`excluded.read_count`
			},
			setWhere: sql`${roomMembers.leftAt} is not null`
		})
		.returning({ personId: roomMembers.personId });
	const ids = entered.map(({ personId }) => personId);
	if (!quiet) await tell(tx, 'member.joined', roomId, ids);
	return ids;
}

/** People of rooms that were made in this transaction: nothing was said there, and nobody else can be inside. */
export async function letIntoNew(tx: Tx, places: { roomId: string; personId: string }[]): Promise<string[]> {
	if (places.length) await tx.insert(roomMembers).values(places);
	return [...new Set(places.map(({ personId }) => personId))];
}

export async function letOut(tx: Tx, roomId: string, personId: string): Promise<string[]> {
	return leave(tx, roomId, eq(roomMembers.personId, personId));
}

export async function letOutOthers(tx: Tx, roomId: string, staying: string[]): Promise<string[]> {
	return leave(tx, roomId, staying.length ? not(inArray(roomMembers.personId, staying)) : sql`true`);
}

/**
 * Whoever leaves is told of while still inside: the statement writes for people in the room only. A silence stays: going
 * out and in again does not end it.
 */
async function leave(tx: Tx, roomId: string, whom: ReturnType<typeof and>): Promise<string[]> {
	await lockRoom(tx, roomId);
	const leaving = and(eq(roomMembers.roomId, roomId), whom, isNull(roomMembers.leftAt));
	const found = await tx.select({ personId: roomMembers.personId }).from(roomMembers).where(leaving);
	if (found.length === 0) return [];

	const ids = found.map(({ personId }) => personId);
	await tell(tx, 'member.left', roomId, ids);
	await tx
		.update(roomMembers)
		.set({ leftAt: sql`now()`, moderates: false })
		.where(leaving);
	await leaveTurns(tx, roomId, ids);
	return ids;
}

/** Whoever was taken out does not come in again by himself. */
export async function bar(tx: Tx, roomId: string, personId: string): Promise<void> {
	await tx
		.update(roomMembers)
		.set({ barred: true })
		.where(and(eq(roomMembers.roomId, roomId), eq(roomMembers.personId, personId)));
}

async function tell(tx: Tx, type: 'member.joined' | 'member.left', roomId: string, ids: string[]) {
	if (ids.length === 0) return;
	const events = ids.map((authorId) => {
		const clientId = randomUUID();
		return { roomId, authorId, clientId, type, hash: '', at: null, message: null, body: {}, demands: {} };
	});
	await append(tx, events);
}
