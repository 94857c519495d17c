import type { Database } from '@stazhirovka/db';
import { roomEvents, roomMembers, roomMessages, rooms } from '@stazhirovka/db/schema';

/** As if nobody had said anything in any room yet. */
export async function emptyRooms(db: Database): Promise<void> {
	await db.delete(roomMessages);
	await db.delete(roomEvents);
	await db.update(rooms).set({ lastSeq: 0, messageCount: 0 });
	await db.update(roomMembers).set({ lastReadSeq: 0, readCount: 0 });
}
