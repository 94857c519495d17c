import type { ClientFrame } from '@stazhirovka/contract/chat';
import { EMPTY_ROOM, type Outbox, type Pending } from '@stazhirovka/domain/chat';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Listener, LiveLine } from '#lib/live/line.svelte.ts';
import type { Told } from './ask.ts';
import { Carrier } from './carrier.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pending = (clientId: string, state: Pending['state']) =>
	({
		clientId,
		text: 'слово',
		files: [],
		subject: null,
		replyTo: null,
		mentions: [],
		state,
		code: null
	}) as Pending;

/** A browser that keeps messages of the room «r», and a line that may be open. */
function open(outbox: Outbox, here = '') {
	const world = { outbox, away: false, sent: [] as ClientFrame[] };
	const listeners = new Set<Listener>();
	const send = (frame: ClientFrame) => world.sent.push(frame) > 0;
	const line = {
		listen(listener: Listener) {
			listeners.add(listener);
			listener.onopen?.(send);
			return () => listeners.delete(listener);
		},
		send
	} as unknown as LiveLine;
	const view = { ...EMPTY_ROOM, id: 'r', epoch: 'e', marks: [], lastReadSeq: 0, firstUnreadSeq: null };
	const none: Told<never> = { ok: false, code: 'service.unavailable', again: true };
	const carrier = new Carrier({
		line,
		person: 'me',
		rooms: () => Promise.resolve(world.outbox.length ? ['r'] : []),
		kept: () => ({
			read: () => Promise.resolve({ outbox: world.outbox, draft: null }),
			outbox: (left) => void (world.outbox = left)
		}),
		isOpen: (room) => room === here,
		get: <T>() => Promise.resolve(world.away ? none : { ok: true as const, value: view as T }),
		insist: () => Promise.resolve(none)
	});
	const hear: Listener['onframe'] = (frame) => listeners.forEach(({ onframe }) => onframe(frame));
	const posts = () => world.sent.flatMap((frame) => (frame.t === 'send' ? [frame.clientId] : []));
	return { world, carrier, listeners, hear, posts };
}

test('C7: what was written in a room that is not open is sent, in its order, and the line is left', async () => {
	const { world, carrier, listeners, hear, posts } = open([pending('1', 'sending'), pending('2', 'sending')]);
	await carrier.look();
	expect(posts()).toEqual(['1']);

	hear({ t: 'ack', roomId: 'r', clientId: '1', seq: 0 });
	expect(posts()).toEqual(['1', '2']);
	hear({ t: 'nack', roomId: 'r', clientId: '2', code: 'room.closed' });
	await vi.advanceTimersByTimeAsync(1);
	expect(world.outbox.map(({ clientId, state }) => [clientId, state])).toEqual([['2', 'failed']]);
	expect(listeners.size).toBe(0);
});

test('C7: without a network it is tried again; the room that is open sends by itself', async () => {
	const { world, carrier, posts } = open([pending('1', 'sending')]);
	world.away = true;
	await carrier.look();
	expect(posts()).toEqual([]);
	world.away = false;
	await vi.advanceTimersByTimeAsync(15_000);
	expect(posts()).toEqual(['1']);
	carrier.end();

	const here = open([pending('1', 'sending')], 'r');
	await here.carrier.look();
	expect(here.posts()).toEqual([]);
});
