import type { Database } from '@stazhirovka/db';
import { eventsAfter } from '../event-queries.ts';
import { toEvents } from '../view.ts';
import { encode } from './frame.ts';

/** An event of a room, ready to go. `changes`: it says something about an earlier one. */
export type Told = { seq: number; frame: Buffer; changes: boolean };

/** Where the events of a room come from: all after a place, in order, or the first of them. */
export type Source = (roomId: string, after: number, limit: number) => Promise<Told[]>;

/** The events as they are stored. */
export function storedEvents(db: Database): Source {
	return async (roomId, after, limit) => {
		const rows = await eventsAfter(db, roomId, after, limit);
		return toEvents(rows).map((event) => {
			const frame = encode({ t: 'event', roomId, event });
			return { seq: event.seq, frame, changes: event.type !== 'message.posted' };
		});
	};
}
