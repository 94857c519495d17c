import { freshMessage, type Message } from '@stazhirovka/domain/chat';
import { expect, test } from 'vitest';
import { rowsOf } from './rows.ts';

function message(seq: number, at: string, author = 'a', change: Partial<Message> = {}): Message {
	const posted = { seq, clientId: `c${seq}`, text: 'слово', files: [], subject: null, card: null };
	const person = { id: author, fullName: author, shortName: author };
	return { ...freshMessage({ ...posted, author: person, replyTo: null, mentions: [], at }), ...change };
}

const kinds = (messages: Message[], unreadFrom: number | null = null, timeZone = 'Europe/Moscow') =>
	rowsOf(messages, [], unreadFrom, timeZone).map((row) =>
		row.kind === 'message' && row.on ? 'on' : row.kind
	);

test('days begin at midnight by the clock of the room’s site, where a jump to a date leads too', () => {
	const midnight = () => [message(1, '2027-02-01T13:59:00.000Z'), message(2, '2027-02-01T14:00:00.000Z')];
	expect(kinds(midnight(), null, 'Asia/Vladivostok')).toEqual(['day', 'message', 'day', 'message']);
	expect(kinds(midnight())).toEqual(['day', 'message', 'on']);
});

test('days begin at midnight in Moscow, and the line of new messages stands before the first of them', () => {
	const messages = [message(1, '2027-02-01T20:59:00.000Z'), message(2, '2027-02-01T21:00:00.000Z')];
	expect(kinds(messages, 2)).toEqual(['day', 'message', 'day', 'unread', 'message']);
});

test('an author’s next message goes on without the name, unless time, a line or another author lies between', () => {
	const at = (minute: number) => `2027-02-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
	const messages = [
		message(1, at(0)),
		message(2, at(4)),
		message(3, at(10)),
		message(4, at(11), 'b'),
		message(5, at(11)),
		message(6, at(11), 'a', { replyTo: 1 })
	];
	expect(kinds(messages)).toEqual(['day', 'message', 'on', 'message', 'message', 'message', 'message']);
	expect(kinds(messages.slice(0, 2), 2)).toEqual(['day', 'message', 'unread', 'message']);
});
