import { setTimeout as sleep } from 'node:timers/promises';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { share, type Chaos } from './chaos.ts';
import { openStage } from './stage.ts';

const KILLS = 40;
const POOL = 10;
const BESIDE_POOL = 2;

/** R7: what one process stores is read through the other, whose LISTEN connection dies twice a second. */
export const listener: Chaos = {
	name: 'listener',
	promise: 'R7 LISTEN killed every 500 ms: nobody waits longer than 1.5 s, connections ≤ pool + 2',
	async run(_, part) {
		const stage = await openStage({ rooms: 1, perRoom: 9 });
		const [room] = stage.rooms;
		if (!room) throw new Error('No room');
		const readers = room.members
			.slice(8)
			.map((member) => new Reader(room, member, () => stage.ports[1] ?? 0));
		await Promise.all(readers.map((reader) => reader.start()));
		const writers = room.members
			.slice(0, 8)
			.map((member) => new Writer(room, member, () => stage.ports[0] ?? 0, 90));
		const writing = Promise.all(writers.map((writer) => writer.write(Infinity)));

		const kills = share(KILLS, part);
		let mostConnections = 0;
		for (let kill = 0; kill < kills; kill += 1) {
			await stage.sql`
				select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stazhirovka listener'`;
			await sleep(500);
			const [row] = await stage.sql<{ count: number }[]>`
				select count(*)::int from pg_stat_activity where application_name like 'stazhirovka%'`;
			mostConnections = Math.max(mostConnections, row?.count ?? 0);
		}
		for (const writer of writers) writer.stopped = true;
		await writing;
		const acked = writers.flatMap((writer) => writer.acked);
		const whole = await readers[0]?.reaches(acked.length, 5_000);
		const ackedAt = new Map(acked.map(({ clientId, at }) => [clientId, at]));
		const heard = readers.flatMap((reader) => reader.heard);
		const waits = heard.map(({ clientId, at }) => at - (ackedAt.get(clientId) ?? at));
		const longestWait = Math.round(Math.max(...waits));
		const gaps = readers.reduce((sum, reader) => sum + reader.gaps, 0);
		readers.forEach((reader) => reader.stop());
		await stage.close();
		const kept =
			whole === true && gaps === 0 && longestWait <= 1_500 && mostConnections <= 2 * (POOL + BESIDE_POOL);
		return { acked: acked.length, kills, longestWait, mostConnections, gaps, whole, kept };
	}
};
