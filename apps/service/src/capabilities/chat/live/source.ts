import type { Database } from '@stazhirovka/db';
import { toEvent, toPerson } from '../view.ts';
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
		const authors = new Map<string, string>();
		return rows.map((row) => {
			const words = row.text === null ? row.words : plainWords(row.text, row.replyTo);
			return {
				seq: Number(row.seq),
				frame:
					row.type === 'message.posted' && words ? posted(roomId, row, words, authors) : whole(roomId, row),
				changes: row.type !== 'message.posted'
			};
		});
	};
}

function plainWords(text: string, replyTo: string | null): string {
	return `{"text":${JSON.stringify(text)},"files":[],"subject":null,"card":null,"replyTo":${replyTo},"mentions":[]}`;
}

/** A posting, which nearly every event is: its words go out as they are, beside what frames them. */
function posted(roomId: string, row: WireRow, words: string, authors: Map<string, string>): Buffer {
	const { seq, clientId, at, authorId } = row;
	const author = authors.get(authorId) ?? JSON.stringify(toPerson(nameOf(row)));
	authors.set(authorId, author);
	const who = `"seq":${seq},"clientId":"${clientId}","author":${author},"at":"${momentOf(at)}"`;
	const event = `{"type":"message.posted",${who},${words.slice(1)}`;
	return encodeText(`{"t":"event","roomId":"${roomId}","event":${event}}`);
}

/** Of `2027-01-11 08:00:00.12+00`, as PostgreSQL writes a moment, what a Date would say, without making one. */
function momentOf(at: string): string {
	if (!at.endsWith('+00')) return new Date(at).toISOString();
	const thousandths = at.slice(20, -3).slice(0, 3).padEnd(3, '0');
	return `${at.slice(0, 10)}T${at.slice(11, 19)}.${thousandths}Z`;
}

function whole(roomId: string, row: WireRow): Buffer {
	const { words, body, meant, seq, at, type, clientId } = row;
	const event = toEvent(
		{
			...{ type, clientId, author: nameOf(row), body: JSON.parse(body ?? '{}'), at: new Date(at) },
			...{ seq: Number(seq), meant: meant === null ? null : Number(meant) },
			message: words ? JSON.parse(words) : null
		},
		toPerson
	);
	return encode({ t: 'event', roomId, event });
}

function nameOf({ authorId: id, surname, givenName, patronymic }: WireRow) {
	return { id, surname, givenName, patronymic };
}
