import type { Client, Page, Want } from './client-state.ts';
import type { ChatEvent } from './events.ts';
import { apply, EMPTY_ROOM, type Message, type Room } from './room.ts';

type Taken = Partial<Pick<Client, 'room' | 'earlier' | 'hole' | 'edge'>>;

/**
 * Joins a page to what is loaded. A page that nobody waits for any more changes nothing; one read too long ago to
 * be brought up to date is asked for `again`.
 */
export function accept(client: Client, want: Want, page: Page): Taken | 'again' {
	if (client.stale || page.epoch !== client.epoch) return {};

	const messages = upToDate(client, page);
	if (messages === null) return 'again';

	const fresh = { ...page, messages };
	if ('before' in want) return before(client, want.before, fresh);
	if ('after' in want) return after(client, want.after, fresh);
	return around(client, fresh);
}

/** What is shown: the part of long ago while somebody looks at it, else everything up to the newest. */
export function shown({ room, hole }: Client): Message[] {
	return hole ? room.messages.filter(({ seq }) => seq <= hole.from) : room.messages;
}

/** Events that came while a page was under way are applied to it; those still to come bring their own messages. */
export function upToDate({ room, recent }: Client, page: Pick<Page, 'seq' | 'messages'>): Message[] | null {
	const missed = recent.filter(({ seq }) => seq > page.seq);
	if (missed.length < room.seq - page.seq) return null;

	return onto({ ...EMPTY_ROOM, seq: page.seq, messages: page.messages, later: true }, missed).messages;
}

/** Events that follow one another, on the messages that are loaded of a room. */
export function onto(room: Room, events: readonly ChatEvent[]): Room {
	return events.reduce((so, event) => {
		const next = apply(so, event);
		return next === 'gap' ? so : next;
	}, room);
}

function before({ room, edge }: Client, place: number, { messages, earlier }: Page): Taken {
	if (place !== edge && place !== room.messages[0]?.seq) return {};

	const fresh = messages.filter(({ seq }) => seq < place);
	return { room: { ...room, messages: [...fresh, ...room.messages] }, earlier, edge: null };
}

function after({ room, hole }: Client, place: number, page: Page): Taken {
	if (hole?.from !== place) return {};

	const fresh = page.messages.filter(({ seq }) => seq > place && seq < hole.to);
	const last = fresh.at(-1)?.seq ?? place;
	const split = room.messages.filter(({ seq }) => seq < hole.to).length;
	const joined = [...room.messages.slice(0, split), ...fresh, ...room.messages.slice(split)];
	return {
		room: { ...room, messages: joined },
		hole: meets(page, hole.to) ? null : { from: last, to: hole.to }
	};
}

function around({ room, hole }: Client, page: Page): Taken {
	const to = hole?.to ?? room.messages[0]?.seq ?? room.seq + 1;
	const newest = room.messages.filter(({ seq }) => seq >= to);
	const fresh = page.messages.filter(({ seq }) => seq < to);
	const last = fresh.at(-1);
	if (!last) return {};

	return {
		room: { ...room, messages: [...fresh, ...newest] },
		hole: meets(page, to) ? null : { from: last.seq, to },
		earlier: page.earlier,
		edge: null
	};
}

/** Whether nothing is missing between a page and what is loaded from a place on. */
function meets({ messages, later, seq }: Page, place: number): boolean {
	return messages.some((message) => message.seq >= place) || (!later && seq >= place - 1);
}
