import type { Message, RoomEvent } from '@stazhirovka/contract/chat';
import type { Database, Tx } from '@stazhirovka/db';
import { eventsAfter } from './event-queries.ts';
import { messagesUpTo } from './message-queries.ts';
import { toEvents, toMessages } from './view.ts';

/** More than a conference of a day has. */
const MOST = 20_000;

/** The whole log of a room, for its record. */
export async function eventsOf(db: Database | Tx, roomId: string): Promise<RoomEvent[]> {
	return toEvents(await eventsAfter(db, roomId, 0, MOST));
}

/** What was said in a room between two places, as it stands. */
export async function messagesBetween(
	db: Database | Tx,
	roomId: string,
	{ after, upTo }: { after: number; upTo: number }
): Promise<Message[]> {
	return toMessages(await messagesUpTo(db, roomId, after, upTo, MOST));
}
