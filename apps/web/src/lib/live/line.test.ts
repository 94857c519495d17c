import type { ServerFrame } from '@stazhirovka/contract/chat';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveLine } from './line.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class FakeSocket {
	readyState = 1;
	onopen?: () => void;
	onmessage?: (event: { data: string }) => void;
	onclose?: (event: { code: number }) => void;
	send = () => undefined;
	close = () => undefined;

	says(frame: ServerFrame) {
		this.onmessage?.({ data: JSON.stringify(frame) });
	}
}

const hello: ServerFrame = { t: 'hello', serverTime: '2026-11-23T00:00:00.000Z' };

function open(hasEnded = false) {
	const sockets: FakeSocket[] = [];
	const make = () => {
		const socket = new FakeSocket();
		sockets.push(socket);
		return socket as unknown as WebSocket;
	};
	const line = new LiveLine(make, () => Promise.resolve(hasEnded));
	const leave = line.listen({ onframe: () => undefined });
	return { line, sockets, leave };
}

test('C9: a line whose session has ended says so and asks no more', () => {
	const { line, sockets } = open();
	sockets[0]?.says(hello);
	sockets[0]?.onclose?.({ code: 4401 });
	vi.advanceTimersByTime(600_000);

	expect([line.standing, sockets.length]).toEqual(['refused', 1]);
});

test('C9: a session that ended while the line was down is told as such, and not as a network that is gone', async () => {
	const { line, sockets } = open(true);
	sockets[0]?.says(hello);
	sockets[0]?.onclose?.({ code: 1006 });
	await vi.advanceTimersByTimeAsync(1_000);
	expect([line.standing, sockets.length]).toEqual(['connecting', 2]);

	sockets[1]?.onclose?.({ code: 1006 });
	await vi.advanceTimersByTimeAsync(600_000);
	expect([line.standing, sockets.length]).toEqual(['refused', 2]);
});

test('C9: a line that is not opened while somebody is signed in is tried again', async () => {
	const { line, sockets } = open(false);
	sockets[0]?.onclose?.({ code: 1006 });
	await vi.advanceTimersByTimeAsync(0);
	expect(line.standing).toBe('lost');
	await vi.advanceTimersByTimeAsync(1_000);
	expect([line.standing, sockets.length]).toEqual(['connecting', 2]);
});

test('C9: one line too many says so while it asks again, until there is a place', () => {
	const { line, sockets, leave } = open();
	sockets[0]?.says({ t: 'refused', code: 'live.too_many_sockets' });
	sockets[0]?.onclose?.({ code: 1008 });
	expect(line.standing).toBe('crowded');

	vi.advanceTimersByTime(1_000);
	expect([line.standing, sockets.length]).toEqual(['crowded', 2]);
	sockets[1]?.says({ t: 'refused', code: 'live.too_many_sockets' });
	sockets[1]?.onclose?.({ code: 1008 });
	vi.advanceTimersByTime(2_000);
	expect([line.standing, sockets.length]).toEqual(['crowded', 3]);

	sockets[2]?.says(hello);
	expect(line.standing).toBe('open');
	leave();
	expect(line.standing).toBe('closed');
});

test('C9: another refusal, and any other closing, is a line that was lost', () => {
	const { line, sockets } = open();
	sockets[0]?.says({ t: 'refused', code: 'cohort.missing' });
	sockets[0]?.onclose?.({ code: 1008 });
	expect(line.standing).toBe('lost');
});
