import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from '../harness/random.ts';
import { Writer } from '../load/writer.ts';
import { share, type Chaos, type Outcome } from './chaos.ts';
import { judge, openStage } from './stage.ts';

const KILLS = 10;
const WRITERS = 8;
const ACKED = 1_000;
const DOWN_MILLISECONDS = 200;
const PATIENCE_MILLISECONDS = 15_000;

/** Kills the database server again and again under writers, and holds what was acknowledged against what is left. */
async function crash(random: () => number, part: number, forgets: boolean): Promise<Outcome> {
	const forgetful = { synchronous_commit: 'off', wal_writer_delay: '10s' };
	const settings: Record<string, string> = forgets ? forgetful : {};
	const stage = await openStage({ rooms: 2, perRoom: WRITERS / 2, settings, mayForget: forgets });
	const writers = stage.rooms.flatMap((room) =>
		room.members.map((member) => new Writer(room, member, () => oneOf(random, stage.ports)))
	);
	const before = stage.instances.map(({ pid }) => pid);
	const [kills, wanted] = [share(KILLS, part), share(ACKED / WRITERS, part)];
	const backAfter: number[] = [];
	const from = performance.now();
	let enough = false;
	const writing = Promise.all(writers.map((writer) => writer.write(Infinity)));
	for (let kill = 0; kill < kills || !enough; kill += 1) {
		await sleep(300 + random() * 700);
		if (kill < kills) {
			stage.database.kill();
			await sleep(DOWN_MILLISECONDS);
			await stage.database.restart();
			backAfter.push(await untilReady(stage.ports));
		}
		enough = writers.every(({ acked }) => acked.length >= wanted);
	}
	for (const writer of writers) writer.stopped = true;
	await writing;
	const seconds = (performance.now() - from) / 1_000;
	const verdict = await judge(stage.sql, stage.rooms, writers);
	const exits = stage.instances.filter((instance) => instance.isGone()).length;
	const samePids = stage.instances.every(({ pid }, n) => pid === before[n]);
	await stage.close();
	const slowestReturn = Math.round(Math.max(...backAfter));
	return { ...verdict, kills, slowestReturn, exits: samePids ? exits : -1, seconds, kept: false };
}

/** How long after the database answers again both processes of the service say that they are well, in milliseconds. */
async function untilReady(ports: number[]): Promise<number> {
	const from = performance.now();
	while (performance.now() - from < PATIENCE_MILLISECONDS) {
		const well = await Promise.all(ports.map(isWell));
		if (well.every(Boolean)) return performance.now() - from;
		await sleep(50);
	}
	return Infinity;
}

function isWell(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const asking = get({ port, host: '127.0.0.1', path: '/api/health', timeout: 1_000 }, (response) => {
			response.resume();
			resolve(response.statusCode === 200);
		});
		asking.on('error', () => resolve(false)).on('timeout', () => asking.destroy());
	});
}

/** R2. */
export const database: Chaos = {
	name: 'database',
	promise:
		'R2 kill -9 of PostgreSQL × 10: 1,000 acked, 0 lost, 0 doubled, 0 reordered; back in ≤ 5 s, no process exits',
	async run(random, part) {
		const found = await crash(random, part, false);
		const none = ['lostAcked', 'misplaced', 'duplicates', 'reordered', 'exits'].every(
			(name) => found[name] === 0
		);
		return { ...found, kept: none && found.contiguous === true && Number(found.slowestReturn) <= 5_000 };
	}
};

/** R3: the same run on a database that acknowledges before it has written must find a loss, or it finds nothing ever. */
export const forgetting: Chaos = {
	name: 'forgetting',
	promise: 'R3 the run before can fail: with synchronous_commit = off it finds lost messages',
	async run(random, part) {
		const found = await crash(random, part, true);
		return { ...found, kept: Number(found.lostAcked) > 0 };
	}
};
