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

function open() {
	const sockets: FakeSocket[] = [];
	const line = new LiveLine(() => {
		const socket = new FakeSocket();
		sockets.push(socket);
		return socket as unknown as WebSocket;
	});
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
