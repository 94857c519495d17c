import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from '../harness/random.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { share, type Chaos } from './chaos.ts';
import { judge, openStage } from './stage.ts';

const KILLS = 20;
const WRITERS = 16;
const ACKED = 5_000;

/** R1: two processes of the service are killed twenty times, in turn, while sixteen people write. */
export const instances: Chaos = {
	name: 'instances',
	promise: 'R1 kill -9 of two instances × 20: 5,000 acked, 0 lost, 0 doubled, 0 reordered, 0 gaps, < 60 s',
	async run(random, part) {
		const [kills, wanted] = [share(KILLS, part), share(ACKED / WRITERS, part) * WRITERS];
		const stage = await openStage({ rooms: 4, perRoom: 5 });
		const port = () => oneOf(random, stage.ports);
		const writers = stage.rooms.flatMap((room) =>
			room.members.slice(0, WRITERS / 4).map((member) => new Writer(room, member, port))
		);
		const readers = stage.rooms.flatMap((room) =>
			room.members.slice(4).map((member) => new Reader(room, member, port))
		);
		await Promise.all(readers.map((reader) => reader.start()));

		const from = performance.now();
		const writing = Promise.all(writers.map((writer) => writer.write(wanted / WRITERS)));
		for (let kill = 0; kill < kills; kill += 1) {
			await sleep(150 + random() * 400);
			await stage.instances[kill % 2]?.end('SIGKILL');
			await sleep(60);
			await stage.replace(kill % 2);
		}
		await writing;
		const seconds = (performance.now() - from) / 1_000;
		const verdict = await judge(stage.sql, stage.rooms, writers);
		const tops = await stage.sql<{ id: string; seq: number }[]>`select id, last_seq::int as seq from rooms`;
		const whole = await Promise.all(
			stage.rooms.map(({ id }, n) => readers[n]?.reaches(tops.find((top) => top.id === id)?.seq ?? 0, 5_000))
		);
		readers.forEach((reader) => reader.stop());
		await stage.close();

		const gaps = readers.reduce((sum, reader) => sum + reader.gaps, 0);
		const reloads = readers.reduce((sum, reader) => sum + reader.reloads, 0);
		const { acked, lostAcked, misplaced, duplicates, contiguous, reordered } = verdict;
		const none = [lostAcked, misplaced, duplicates, reordered, gaps, reloads].every((count) => count === 0);
		return {
			...verdict,
			...{ kills, gaps, reloads, readersWhole: whole.every(Boolean), seconds },
			kept: none && contiguous && acked >= wanted && whole.every(Boolean) && seconds < 60
		};
	}
};
