import { discard, nextToSend, queue, reject, retry, settle, acknowledge, unsure } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { accept } from './client-pages.ts';
import type { Page, Want } from './client-state.ts';
import type { Client, Heard, Said, Snapshot } from './client-state.ts';
import { inThread, threadOf, withEarlier } from './client-thread.ts';
import type { ThreadPage } from './client-state.ts';
import type { ChatEvent } from './events.ts';
import { apply } from './room.ts';

type Step = { client: Client; said: Said[] };

/** Ticks after which an unanswered message goes again: an ack may be lost, the same id is stored once (C2). */
const PATIENCE = 1;
const KEPT_EVENTS = 300;
/** Whoever goes to the end with fewer messages than these is given the page before them at once. */
const LEAST_AT_END = 20;
/** Refusals of the moment: the message stays on its way. */
const PASSING: readonly string[] = ['service.unavailable', 'live.too_many'];

export function begin(me: string, snapshot: Snapshot): Client {
	const closed = { out: null, online: false, stale: false, fetching: false, revoked: false };
	return { me, ...fresh(snapshot), thread: null, outbox: [], ...closed };
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
		case 'thread':
			return threaded(client, heard.root, heard.page);
		case 'thread_before':
			return quiet({ ...client, thread: withEarlier(client, heard) });
		case 'to_end':
			return client.hole ? atEnd(client, client.hole.to) : quiet(client);
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
	const later = { ...client, behind, out: client.out && { ...client.out, ticks: client.out.ticks + 1 } };
	const { client: next, said } = behind > PATIENCE ? follow({ ...later, behind: 0 }) : quiet(later);
	return { client: next, said: client.edge === null ? said : [...said, pageBefore(client.edge)] };
}

function received(client: Client, event: ChatEvent): Step {
	if (client.stale) return quiet(client);

	const room = apply(client.room, event);
	if (room === client.room) return quiet(client);
	if (room !== 'gap') {
		const recent = [...client.recent.slice(1 - KEPT_EVENTS), event];
		const thread = client.thread && inThread(client.thread, event);
		const ahead = { ...client, room, recent, thread, top: Math.max(client.top, room.seq), behind: 0 };
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
	const again: Said[] = client.thread ? [{ t: 'thread', root: client.thread.root }] : [];
	const { said } = client.online ? follow(anew) : quiet(anew);
	return { client: anew, said: [...said, ...again] };
}

function fresh({ epoch, room, earlier, later }: Snapshot) {
	const from = room.messages.at(-1)?.seq ?? 0;
	const hole = later ? { from, to: room.seq + 1 } : null;
	return { epoch, room, earlier, hole, edge: null, recent: [], parked: null, top: room.seq, behind: 0 };
}

function threaded(client: Client, root: number, page: ThreadPage | null): Step {
	if (!page) return quiet({ ...client, thread: null });
	if (page.epoch !== client.epoch) return { client, said: [{ t: 'thread', root }] };

	const thread = threadOf(root, page, client);
	return thread ? quiet({ ...client, thread }) : { client, said: [{ t: 'thread', root }] };
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

/** What was loaded of long ago goes; what came since stays, with the page before it when it is short. */
function atEnd({ room, ...client }: Client, place: number): Step {
	const messages = room.messages.filter(({ seq }) => seq >= place);
	return {
		client: {
			...client,
			room: { ...room, messages },
			hole: null,
			edge: messages.length < LEAST_AT_END ? place : null,
			earlier: true
		},
		said: messages.length < LEAST_AT_END ? [pageBefore(place)] : []
	};
}

function pageBefore(place: number): Said {
	return { t: 'page', want: { before: place } };
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
