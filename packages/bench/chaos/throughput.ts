import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from '../harness/random.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import type { Chaos } from './chaos.ts';
import { judge, openStage } from './stage.ts';
import { waits, writeWhile } from './writing.ts';

/** R5. */
export const latency: Chaos = {
	name: 'latency',
	promise: 'R5 20 rooms, 200 sockets, 100 messages a second for 60 s: ack p50 ≤ 30 ms, p99 ≤ 250 ms',
	async run(random, part) {
		const stage = await openStage({ rooms: 20, perRoom: 10 });
		const port = () => oneOf(random, stage.ports);
		const readers = stage.rooms.flatMap((room) =>
			room.members.map((member) => new Reader(room, member, port))
		);
		await Promise.all(readers.map((reader) => reader.start()));
		const writers = stage.rooms.map((room) => new Writer(room, oneOf(random, room.members), port, 195));
		await writeWhile(writers, () => sleep(60_000 * part));
		const found = waits(writers);
		const verdict = await judge(stage.sql, stage.rooms, writers);
		await sleep(500);
		const behind = readers.filter(({ heard }) => heard.length === 0).length;
		readers.forEach((reader) => reader.stop());
		await stage.close();
		const kept = found.p50 <= 30 && found.p99 <= 250 && verdict.lostAcked === 0 && behind === 0;
		return { ...verdict, ...found, behind, kept };
	}
};

const HOT_WRITERS = 64;

/** R6. */
export const hotRoom: Chaos = {
	name: 'hot-room',
	promise: 'R6 one room, 64 people on two processes: ≥ 500 durable messages a second',
	async run(random, part) {
		const stage = await openStage({ rooms: 1, perRoom: HOT_WRITERS });
		const writers = stage.rooms.flatMap((room) =>
			room.members.map((member, n) => new Writer(room, member, () => stage.ports[n % 2] ?? 0, 51))
		);
		const seconds = 10 * part;
		await writeWhile(writers, () => sleep(seconds * 1_000));
		const verdict = await judge(stage.sql, stage.rooms, writers);
		await stage.close();
		const perSecond = Math.round(verdict.acked / seconds);
		const none = [verdict.lostAcked, verdict.misplaced, verdict.duplicates, verdict.reordered];
		const kept = perSecond >= 500 && none.every((count) => count === 0) && verdict.contiguous;
		return { ...verdict, ...waits(writers), perSecond, kept };
	}
};
