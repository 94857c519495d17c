import type { Message, Pending } from '@stazhirovka/domain/chat';
import { dayIn } from '#lib/shell/dates.ts';

/** What stands one under another in a room. */
export type Row =
	| { kind: 'day'; key: string; day: string }
	| { kind: 'unread'; key: string }
	/** `on`: goes on after the same author's message, without the name. */
	| { kind: 'message'; key: string; message: Message; on: boolean }
	| { kind: 'pending'; key: string; pending: Pending };

const CLOSE = 5 * 60_000;
/** The zone of a day changes at most on the hour, so one hour is looked up once. */
const days = new Map<string, string>();
/** Rows are made once for a message and its neighbour: thousands of them outlive each page that comes. */
const made = new WeakMap<Message, { before: Message | null; unread: boolean; rows: Row[] }>();

/** Messages under their days by the room's clock, with a line before the first that was new on arrival; then what is on its way. */
export function rowsOf(
	messages: readonly Message[],
	pending: readonly Pending[],
	unreadFrom: number | null,
	timeZone: string
): Row[] {
	const rows: Row[] = [];
	let before: Message | null = null;

	for (const message of messages) {
		const unread = message.seq === unreadFrom;
		const known = made.get(message);
		const same = known?.before === before && known.unread === unread;
		const own = same ? known.rows : rowsAt(message, before, unread, timeZone);
		if (!same) made.set(message, { before, unread, rows: own });
		rows.push(...own);
		before = message;
	}
	return [...rows, ...pending.map((one): Row => ({ kind: 'pending', key: one.clientId, pending: one }))];
}

/** One message with what stands above it. */
function rowsAt(message: Message, before: Message | null, unread: boolean, timeZone: string): Row[] {
	const day = dayOf(message, timeZone);
	const newDay = before === null || dayOf(before, timeZone) !== day;
	const on = !newDay && !unread && before !== null && follows(before, message);
	return [
		...(newDay ? [{ kind: 'day', key: `day ${day}`, day } as const] : []),
		...(unread ? [{ kind: 'unread', key: 'unread' } as const] : []),
		{ kind: 'message', key: keyOf(message.seq), message, on }
	];
}

/** The last message among rows that are in sight. */
export function lastIn(
	rows: readonly Row[],
	{ first, last }: { first: number; last: number }
): number | null {
	const row = rows.slice(first, last + 1).findLast(({ kind }) => kind === 'message');
	return row?.kind === 'message' ? row.message.seq : null;
}

export function keyOf(seq: number): string {
	return `m-${seq}`;
}

/** Messages by their places. */
export function indexed(messages: readonly Message[]): ReadonlyMap<number, Message> {
	return new Map(messages.map((message) => [message.seq, message]));
}

function follows(before: Message, message: Message): boolean {
	const soon = Date.parse(message.at) - Date.parse(before.at) < CLOSE;
	return soon && before.author.id === message.author.id && !before.card && !message.card && !message.replyTo;
}

function dayOf({ at }: Message, timeZone: string): string {
	const hour = `${timeZone} ${at.slice(0, 13)}`;
	const day = days.get(hour) ?? dayIn(new Date(at), timeZone);
	days.set(hour, day);
	return day;
}
