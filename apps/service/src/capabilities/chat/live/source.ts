import type { Database } from '@stazhirovka/db';
import { namingOnce, toEvent, type ToPerson } from '../view.ts';
import { encode, encodeText } from './frame.ts';
import { wireEventsAfter, type WireRow } from './wire-queries.ts';

/** An event of a room, ready to go. `changes`: it says something about an earlier one. */
export type Told = { seq: number; frame: Buffer; changes: boolean };

/** Where the events of a room come from: all after a place, in order, or the first of them. */
export type Source = (roomId: string, after: number, limit: number) => Promise<Told[]>;

/** The events as they are stored. */
export function storedEvents(db: Database): Source {
	return async (roomId, after, limit) => {
		const rows = await wireEventsAfter(db, roomId, after, limit);
		const name = namingOnce();
		return rows.map((row) => ({
			seq: row.seq,
			frame:
				row.type === 'message.posted' && row.words
					? posted(roomId, row, row.words, name)
					: whole(roomId, row, name),
			changes: row.type !== 'message.posted'
		}));
	};
}

/** A posting, which nearly every event is: its words go out as the database wrote them, beside what frames it. */
function posted(
	roomId: string,
	{ seq, clientId, author, at }: WireRow,
	words: string,
	name: ToPerson
): Buffer {
	const who = JSON.stringify({ seq, clientId, author: name(author), at: at.toISOString() });
	const event = `{"type":"message.posted",${who.slice(1, -1)},${words.slice(1)}`;
	return encodeText(`{"t":"event","roomId":"${roomId}","event":${event}}`);
}

function whole(roomId: string, { words, body, ...row }: WireRow, name: ToPerson): Buffer {
	const message = words ? JSON.parse(words) : null;
	return encode({ t: 'event', roomId, event: toEvent({ ...row, body: JSON.parse(body), message }, name) });
}
