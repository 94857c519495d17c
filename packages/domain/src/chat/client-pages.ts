import type { Client } from './client.ts';
import { apply, type Message, type Room } from './room.ts';

/** Which messages are asked for: those before or after a place, or on both sides of it. */
export type Want = { before: number } | { after: number } | { around: number };

/** Messages as they were when the room stood at `seq`. */
export type Page = { epoch: string; seq: number; messages: Message[]; earlier: boolean };

type Taken = Partial<Pick<Client, 'room' | 'earlier' | 'hole'>>;

/**
 * Joins a page to what is loaded. A page that nobody waits for any more changes nothing; one read too long ago to
 * be brought up to date is asked for `again`.
 */
export function accept(client: Client, want: Want, page: Page): Taken | 'again' {
	if (client.stale || page.epoch !== client.epoch) return {};

	const messages = upToDate(client, page);
	if (messages === null) return 'again';

	if ('before' in want) return before(client, want.before, messages, page.earlier);
	if ('after' in want) return after(client, want.after, messages);
	return around(client, messages, page.earlier);
}

/** What is shown: the part of long ago while somebody looks at it, else everything up to the newest. */
export function shown({ room, hole }: Client): Message[] {
	return hole ? room.messages.filter(({ seq }) => seq <= hole.from) : room.messages;
}

/** Events that came while the page was under way are applied to it; those still to come bring their own messages. */
function upToDate({ room, recent }: Client, page: Page): Message[] | null {
	const missed = recent.filter(({ seq }) => seq > page.seq);
	if (missed.length < room.seq - page.seq) return null;

	let past: Room = { seq: page.seq, messages: page.messages, members: [] };
	for (const event of missed) {
		const next = apply(past, event);
		if (next === 'gap') return null;
		past = event.type === 'message.posted' ? { ...past, seq: event.seq } : next;
	}
	return past.messages;
}

function before({ room }: Client, place: number, messages: Message[], earlier: boolean): Taken {
	const [first] = room.messages;
	if (first && first.seq !== place) return {};

	const fresh = messages.filter(({ seq }) => seq < place);
	return { room: { ...room, messages: [...fresh, ...room.messages] }, earlier };
}

function after({ room, hole }: Client, place: number, messages: Message[]): Taken {
	if (hole?.from !== place) return {};

	const fresh = messages.filter(({ seq }) => seq > place && seq < hole.to);
	const met = messages.some(({ seq }) => seq >= hole.to);
	const last = fresh.at(-1)?.seq ?? place;
	const split = room.messages.findIndex(({ seq }) => seq >= hole.to);
	const joined = [...room.messages.slice(0, split), ...fresh, ...room.messages.slice(split)];
	return { room: { ...room, messages: joined }, hole: met ? null : { from: last, to: hole.to } };
}

function around({ room, hole }: Client, messages: Message[], earlier: boolean): Taken {
	const newest = hole ? room.messages.filter(({ seq }) => seq >= hole.to) : room.messages;
	const start = newest[0]?.seq ?? Infinity;
	const fresh = messages.filter(({ seq }) => seq < start);
	const last = fresh.at(-1);
	if (!last) return {};

	const met = messages.length > fresh.length || newest.length === 0;
	return {
		room: { ...room, messages: [...fresh, ...newest] },
		hole: met ? null : { from: last.seq, to: start },
		earlier
	};
}
