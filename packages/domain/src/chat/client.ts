import { discard, nextToSend, queue, reject, retry, settle, acknowledge, unsure } from './outbox.ts';
import type { Outbox, Pending } from './outbox.ts';
import { accept, type Page, type Want } from './client-pages.ts';
import { apply, type ChatEvent, type Room } from './room.ts';

/** One room in one window of a browser: its log as far as it is known here, and what this person has typed. */
export type Client = {
	me: string;
	/** Names the log; another one means that it was rebuilt and has to be fetched. */
	epoch: string;
	room: Room;
	/** There is more before the first message that is loaded. */
	earlier: boolean;
	/** What is loaded breaks off after `from` and goes on at `to`: somebody looks at a page of long ago. */
	hole: { from: number; to: number } | null;
	/** The newest events, for pages that were read before them and come after. */
	recent: readonly ChatEvent[];
	/** A page that is ahead of the room: it waits until the room has come as far. */
	parked: { want: Want; page: Page } | null;
	outbox: Outbox;
	/** The one message that is out and not answered, and for how many ticks. */
	out: { clientId: string; ticks: number } | null;
	online: boolean;
	/** The room is fetched anew: until then events say nothing. */
	stale: boolean;
	fetching: boolean;
	/** The farthest place heard of, and for how many ticks the room has been behind it. */
	top: number;
	behind: number;
	revoked: boolean;
};

/** The room as the service tells it at one moment. */
export type Snapshot = { epoch: string; room: Room; earlier: boolean };

/** What happens to a client. `tick` comes every second or two. */
export type Heard =
	| { t: 'opened' }
	| { t: 'closed' }
	| { t: 'tick' }
	| { t: 'event'; event: ChatEvent }
	| { t: 'ack'; clientId: string; seq: number }
	| { t: 'nack'; clientId: string; code: string }
	| { t: 'top'; seq: number }
	| { t: 'reload' }
	| { t: 'revoked' }
	| { t: 'fetched'; snapshot: Snapshot | null }
	| { t: 'page'; want: Want; page: Page }
	| { t: 'typed'; message: Parameters<typeof queue>[1] }
	| { t: 'again'; clientId: string }
	| { t: 'drop'; clientId: string }
	| { t: 'kept'; outbox: Outbox }
	| { t: 'to_end' };

/** What a client asks of the world: each may get lost. */
export type Said =
	| { t: 'follow'; epoch: string; seq: number }
	| { t: 'send'; pending: Pending }
	| { t: 'fetch' }
	| { t: 'page'; want: Want };

type Step = { client: Client; said: Said[] };

/** Ticks after which an unanswered message goes again: an ack may be lost, the same id is stored once (C2). */
const PATIENCE = 1;
const KEPT_EVENTS = 300;
/** Refusals of the moment: the message stays on its way. */
const PASSING: readonly string[] = ['service.unavailable', 'live.too_many'];

export function begin(me: string, { epoch, room, earlier }: Snapshot): Client {
	const closed = { out: null, online: false, stale: false, fetching: false, revoked: false };
	return { me, ...fresh({ epoch, room, earlier }), outbox: [], ...closed };
}

/** The client after something happened, and what it says then. Knows no clock and no chance (C1–C8). */
export function step(client: Client, heard: Heard): Step {
	const { client: next, said } = happened(client, heard);
	const outbox = settle(next.outbox, next.room, next.me);
	const waits = outbox.some(({ clientId, state }) => clientId === next.out?.clientId && state === 'sending');
	return pushed({ ...next, outbox, out: waits ? next.out : null }, said, heard);
}

function happened(client: Client, heard: Heard): Step {
	switch (heard.t) {
		case 'opened': {
			const opened = { ...client, online: true, out: null, behind: 0, fetching: false };
			return opened.stale ? fetch(opened) : follow(opened);
		}
		case 'closed':
			return quiet({ ...client, online: false, out: null });
		case 'tick':
			return ticked(client);
		case 'event':
			return received(client, heard.event);
		case 'top':
			return quiet({ ...client, top: Math.max(client.top, heard.seq) });
		case 'reload':
			return fetch({ ...client, stale: true });
		case 'revoked':
			return quiet({ ...client, revoked: true });
		case 'fetched':
			return fetched(client, heard.snapshot);
		case 'page':
			return paged(client, heard.want, heard.page);
		case 'to_end':
			return quiet(client.hole ? { ...client, ...tail(client, client.hole.to) } : client);
		default:
			return quiet({ ...client, ...answered(client, heard) });
	}
}

/** What concerns only messages on their way. */
function answered(
	client: Client,
	heard: Extract<Heard, { t: 'ack' | 'nack' | 'typed' | 'again' | 'drop' | 'kept' }>
): Partial<Client> {
	const { outbox } = client;
	switch (heard.t) {
		case 'typed':
			return { outbox: queue(outbox, heard.message) };
		case 'again':
			return { outbox: retry(outbox, heard.clientId) };
		case 'drop':
			return { outbox: discard(outbox, heard.clientId) };
		case 'kept':
			return { outbox: joined(unsure(heard.outbox), outbox) };
		case 'ack':
			return {
				outbox: acknowledge(outbox, heard.clientId, heard.seq),
				top: Math.max(client.top, heard.seq)
			};
		case 'nack':
			// A refusal of the moment leaves it out: the tick sends it again, at once would be a storm.
			if (PASSING.includes(heard.code)) return {};
			return { outbox: reject(outbox, heard.clientId, heard.code) };
	}
}

function ticked(client: Client): Step {
	if (!client.online) return quiet(client);
	if (client.stale) return client.fetching ? quiet(client) : fetch(client);

	const behind = client.top > client.room.seq ? client.behind + 1 : 0;
	const out = client.out && { ...client.out, ticks: client.out.ticks + 1 };
	return behind > PATIENCE ? follow({ ...client, behind: 0, out }) : quiet({ ...client, behind, out });
}

function received(client: Client, event: ChatEvent): Step {
	if (client.stale) return quiet(client);

	const room = apply(client.room, event);
	if (room === client.room) return quiet(client);
	if (room !== 'gap') {
		const recent = [...client.recent.slice(1 - KEPT_EVENTS), event];
		const ahead = { ...client, room, recent, top: Math.max(client.top, room.seq), behind: 0 };
		return ahead.parked ? paged(ahead, ahead.parked.want, ahead.parked.page) : quiet(ahead);
	}
	// One request for a gap: the events behind it would each ask again.
	const asked = client.behind > 0;
	const waiting = { ...client, top: Math.max(client.top, event.seq), behind: Math.max(client.behind, 1) };
	return asked ? quiet(waiting) : follow(waiting);
}

function fetched(client: Client, snapshot: Snapshot | null): Step {
	const idle = { ...client, fetching: false };
	// The next tick asks again when the answer did not come.
	if (!snapshot || !client.stale) return quiet(idle);

	const outbox = snapshot.epoch === client.epoch ? client.outbox : unsure(client.outbox);
	const anew = { ...idle, ...fresh(snapshot), outbox, stale: false };
	return client.online ? follow(anew) : quiet(anew);
}

function fresh({ epoch, room, earlier }: Snapshot) {
	return { epoch, room, earlier, hole: null, recent: [], parked: null, top: room.seq, behind: 0 };
}

function paged(client: Client, want: Want, page: Page): Step {
	if (page.epoch === client.epoch && page.seq > client.room.seq)
		return quiet({ ...client, parked: { want, page }, top: Math.max(client.top, page.seq) });

	const taken = accept(client, want, page);
	if (taken === 'again') return { client, said: [{ t: 'page', want }] };
	return quiet({ ...client, ...taken, parked: null });
}

/** One message at a time goes out; again when nobody answers. */
function pushed(client: Client, said: Said[], { t }: Heard): Step {
	const out = client.outbox.find(({ clientId }) => clientId === client.out?.clientId);
	const next = out ?? nextToSend(client.outbox);
	const waits = client.out !== null && !(t === 'tick' && client.out.ticks > PATIENCE);
	if (!client.online || client.revoked || !next || waits) return { client, said };

	return {
		client: { ...client, out: { clientId: next.clientId, ticks: 0 } },
		said: [...said, { t: 'send', pending: next }]
	};
}

/** What an earlier visit kept stands before what has been typed since. */
function joined(kept: Outbox, outbox: Outbox): Outbox {
	const known = new Set(outbox.map(({ clientId }) => clientId));
	return [...kept.filter(({ clientId }) => !known.has(clientId)), ...outbox];
}

function tail({ room }: Client, from: number): Partial<Client> {
	return {
		room: { ...room, messages: room.messages.filter(({ seq }) => seq >= from) },
		hole: null,
		earlier: true
	};
}

function follow(client: Client): Step {
	return { client, said: [{ t: 'follow', epoch: client.epoch, seq: client.room.seq }] };
}

function fetch(client: Client): Step {
	return { client: { ...client, fetching: true }, said: [{ t: 'fetch' }] };
}

function quiet(client: Client): Step {
	return { client, said: [] };
}
