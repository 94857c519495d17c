import { freePort } from '@stazhirovka/db/embedded';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openChild, type Child } from '../harness/child.ts';
import { openDatabase } from '../harness/database.ts';
import { openInstance } from '../harness/instance.ts';
import { makeRooms } from '../harness/rooms.ts';
import { quantile, type Measures } from '../harness/statistics.ts';
import type { crowd } from '../load/crowd.ts';
import type { people } from '../load/people.ts';
import type { broadcast } from '../references/broadcast.ts';
import type { fanOut } from '../servers/fan-out.ts';

const READING = 'everybody reads';
const STALLED = 'one does not read';
const IDLE = 'idle: Stazhirovka';
const BARE_IDLE = 'idle: plain ws';
const SOCKETS = 100;
const IDLE_SOCKETS = 900;
const FILL_MILLISECONDS = 2_000;
/** One hiccup of a machine is the p99 of a stretch; it is not that of most of them. */
const STRETCHES = 7;
const STRETCH_MILLISECONDS = 600;

/** Fills what a system keeps for a socket that does not read, then measures how the others are served. */
async function slow(
	server: Child<typeof fanOut>,
	people: Child<typeof crowd>,
	port: number,
	stalled: boolean
) {
	await people.ask('open', port, 1, SOCKETS);
	await people.ask('stall', stalled);
	await server.ask('mostUnsent');
	await people.ask('closedLoop', 64, FILL_MILLISECONDS);
	const stretches: Measures[] = [];
	for (let n = 0; n < STRETCHES; n += 1) stretches.push(await people.ask('paced', 200, STRETCH_MILLISECONDS));
	const median = (measure: string) =>
		quantile(
			stretches.map((stretch) => stretch[measure] ?? 0),
			0.5
		);
	const unsent = await server.ask('mostUnsent');
	await people.ask('close');
	await sleep(200);
	return { p50: median('p50'), p99: median('p99'), 'most bytes unsent': unsent };
}

async function perSocket(
	memory: () => Promise<number>,
	open: () => Promise<unknown>,
	close: () => Promise<unknown>
) {
	const before = await memory();
	await open();
	await sleep(1_500);
	const after = await memory();
	await close();
	await sleep(500);
	return { 'bytes a socket': (after - before) / IDLE_SOCKETS } satisfies Measures;
}

export const slowSocket: Bench = {
	name: 'chat-slow',
	job: 'one of 100 sockets stops reading; and what an idle socket costs',
	async prepare(): Promise<Prepared> {
		const flags = ['--expose-gc'];
		const server = openChild<typeof fanOut>(new URL('../servers/fan-out.ts', import.meta.url), { flags });
		const plain = openChild<typeof broadcast>(new URL('../references/broadcast.ts', import.meta.url), {
			flags
		});
		const visitors = openChild<typeof crowd>(new URL('../load/crowd.ts', import.meta.url));
		const members = openChild<typeof people>(new URL('../load/people.ts', import.meta.url));
		const [port, plainPort, ownPort] = [await freePort(), await freePort(), await freePort()];
		await Promise.all([server.ask('start', port), plain.ask('start', plainPort)]);
		const database = await openDatabase();
		const rooms = await makeRooms(database.url, 30, IDLE_SOCKETS / 30);
		const instance = await openInstance(database, ownPort);
		const seats = rooms.map((room) => ({ ...room, seq: 0 }));

		return {
			contenders: [
				{ name: READING, run: () => slow(server, visitors, port, false) },
				{ name: STALLED, run: () => slow(server, visitors, port, true) },
				{
					name: BARE_IDLE,
					run: () =>
						perSocket(
							() => plain.ask('memory'),
							() => visitors.ask('open', plainPort, 30, IDLE_SOCKETS / 30),
							() => visitors.ask('close')
						)
				},
				{
					name: IDLE,
					run: () =>
						perSocket(
							() => instance.ask('memory'),
							() => members.ask('open', [ownPort], seats),
							() => members.ask('close')
						)
				}
			],
			goals: [
				{ ours: STALLED, against: READING, measure: 'p99', atMost: 1.3 },
				{ ours: STALLED, measure: 'most bytes unsent', atMost: 1_048_576 },
				{ ours: IDLE, against: BARE_IDLE, measure: 'bytes a socket', atMost: 2 }
			],
			roots: [database.pid()],
			async close() {
				await Promise.all([server, plain, visitors, members, instance].map((child) => child.end('SIGKILL')));
				await database.close();
			}
		};
	}
};
