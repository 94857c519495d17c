import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from '../harness/random.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { share, type Chaos } from './chaos.ts';
import { openStage } from './stage.ts';
import { waits, writeWhile } from './writing.ts';

const SOCKETS = 500;
const ROOMS = 5;
const STORMS = 3;
const PATIENCE_MILLISECONDS = 30_000;

/** R8: everybody loses the socket at once and comes back at once, while people go on writing. */
export const storm: Chaos = {
	name: 'storm',
	promise: 'R8 500 sockets closed at once: all resumed in ≤ 10 s, 0 gaps, ack p99 < 2 s',
	async run(random, part) {
		const stage = await openStage({ rooms: ROOMS, perRoom: SOCKETS / ROOMS + 4 });
		const port = () => oneOf(random, stage.ports);
		const writers = stage.rooms.flatMap((room) =>
			room.members.slice(0, 4).map((member) => new Writer(room, member, port, 250))
		);
		const readers = stage.rooms.map((room) =>
			room.members.slice(4).map((member) => new Reader(room, member, port))
		);
		const all = readers.flat();
		for (const some of readers) await Promise.all(some.map((reader) => reader.start()));

		const resumedAfter = await writeWhile(writers, async () => {
			const found: number[] = [];
			for (let n = 0; n < share(STORMS, part); n += 1) {
				await sleep(2_000);
				for (const reader of all) reader.line?.socket.destroy();
				const from = performance.now();
				await sleep(500);
				const rows = await stage.sql<
					{ id: string; seq: number }[]
				>`select id, last_seq::int as seq from rooms`;
				const tops = new Map(rows.map(({ id, seq }) => [id, seq]));
				const back = stage.rooms.flatMap(({ id }, place) =>
					(readers[place] ?? []).map((reader) => reader.reaches(tops.get(id) ?? 0, PATIENCE_MILLISECONDS))
				);
				found.push((await Promise.all(back)).every(Boolean) ? performance.now() - from : Infinity);
			}
			return found;
		});
		const [row] = await stage.sql<{ count: number }[]>`
			select count(*)::int from pg_stat_activity where application_name = 'stazhirovka'`;
		const connections = row?.count ?? 0;
		all.forEach((reader) => reader.stop());
		await stage.close();
		const gaps = all.reduce((sum, reader) => sum + reader.gaps + reader.reloads, 0);
		const slowestReturn = Math.round(Math.max(...resumedAfter));
		const acks = waits(writers);
		const kept = slowestReturn <= 10_000 && gaps === 0 && acks.p99 < 2_000 && connections <= 20;
		return { sockets: all.length, slowestReturn, gaps, connections, ...acks, kept };
	}
};
