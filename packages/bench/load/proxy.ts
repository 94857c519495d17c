import { WebSocket, WebSocketServer } from 'ws';
import { headersOf } from '../harness/instance.ts';
import { oneOf } from '../harness/random.ts';

const WINDOW = 5;
const MOST_COPIES = 5;
const LONGEST_WAIT_MILLISECONDS = 30;

/**
 * A bad line: every frame of a client arrives one to five times, at any of the processes, in any order within five
 * frames. What the processes say comes back as it is.
 */
export async function openShuffler(port: number, targets: number[], random: () => number) {
	const server = new WebSocketServer({ port, host: '127.0.0.1' });
	let passed = 0;

	server.on('connection', (client, request) => {
		const open = (target: number) =>
			new WebSocket(`ws://127.0.0.1:${target}/api/live`, {
				headers: headersOf(target, String(request.headers.cookie))
			});
		const upstream = targets.map(open);
		let waiting: string[] = [];

		function shuffle() {
			const ready = upstream.filter(({ readyState }) => readyState === WebSocket.OPEN);
			if (ready.length < upstream.length) return;
			const copies = waiting.flatMap((frame) =>
				Array.from({ length: 1 + Math.floor(random() * MOST_COPIES) }, () => ({ frame, at: random() }))
			);
			waiting = [];
			for (const { frame } of copies.toSorted((a, b) => a.at - b.at)) {
				passed += 1;
				oneOf(random, ready).send(frame);
			}
		}
		const timer = setInterval(shuffle, LONGEST_WAIT_MILLISECONDS);
		client.on('message', (data) => {
			waiting.push(String(data));
			if (waiting.length >= WINDOW) shuffle();
		});
		for (const side of upstream) side.on('message', (data) => client.send(String(data)));

		function end() {
			clearInterval(timer);
			client.terminate();
			for (const side of upstream) side.terminate();
		}
		for (const side of [client, ...upstream]) side.on('close', end).on('error', end);
	});
	await new Promise((resolve) => server.once('listening', resolve));
	return { passed: () => passed, close: () => server.close() };
}
