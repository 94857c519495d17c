import type { Database } from '@stazhirovka/db';
import {
	messageWords,
	roomEvents,
	roomMembers,
	roomMessages,
	rooms,
	roomWords
} from '@stazhirovka/db/schema';

/** As if nobody had said anything in any room yet. */
export async function emptyRooms(db: Database): Promise<void> {
	await db.delete(roomWords);
	await db.delete(messageWords);
	await db.delete(roomMessages);
	await db.delete(roomEvents);
	await db.update(rooms).set({ lastSeq: 0, messageCount: 0 });
	await db.update(roomMembers).set({ lastReadSeq: 0, readCount: 0 });
}
