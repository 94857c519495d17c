import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from '../harness/random.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { share, type Chaos } from './chaos.ts';
import { judge, openStage } from './stage.ts';
import { waits, writeWhile } from './writing.ts';

const RESTARTS = 10;

/** R9: the processes are ended politely, one after another, while people write and read. */
export const rolling: Chaos = {
	name: 'rolling',
	promise: 'R9 rolling restart × 10 under load: 0 lost, no answer 5xx but 503, ack p99 ≤ 3 s',
	async run(random, part) {
		const stage = await openStage({ rooms: 2, perRoom: 6 });
		const port = () => oneOf(random, stage.ports);
		const writers = stage.rooms.flatMap((room) =>
			room.members.slice(0, 5).map((member) => new Writer(room, member, port, 450))
		);
		const readers = stage.rooms.flatMap((room) =>
			room.members.slice(5).map((member) => new Reader(room, member, port))
		);
		await Promise.all(readers.map((reader) => reader.start()));
		const statuses = new Map<number, number>();
		let asking = true;
		const asked = (async () => {
			while (asking) {
				const room = oneOf(random, stage.rooms);
				const status = await statusOf(port(), `/api/rooms/${room.id}`, room.members[0]?.cookie ?? '');
				statuses.set(status, (statuses.get(status) ?? 0) + 1);
				await sleep(20);
			}
		})();

		const restarts = share(RESTARTS, part);
		const exits = await writeWhile(writers, async () => {
			const codes: (number | string)[] = [];
			for (let n = 0; n < restarts; n += 1) {
				await sleep(500);
				const instance = stage.instances[n % 2];
				await instance?.end('SIGTERM');
				codes.push((await instance?.exited) ?? 'none');
				await stage.replace(n % 2);
			}
			return codes;
		});
		asking = false;
		await asked;
		const verdict = await judge(stage.sql, stage.rooms, writers);
		const rows = await stage.sql<{ id: string; seq: number }[]>`select id, last_seq::int as seq from rooms`;
		const whole = await Promise.all(
			stage.rooms.map(({ id }, n) => readers[n]?.reaches(rows.find((row) => row.id === id)?.seq ?? 0, 5_000))
		);
		readers.forEach((reader) => reader.stop());
		await stage.close();
		const answers = Object.fromEntries(statuses);
		const bad = [...statuses].filter(([status]) => status >= 500 && status !== 503).length;
		const acks = waits(writers);
		const none = [verdict.lostAcked, verdict.misplaced, verdict.duplicates, verdict.reordered, bad];
		const polite = exits.every((code) => code === 0);
		const kept =
			none.every((count) => count === 0) &&
			polite &&
			verdict.contiguous &&
			whole.every(Boolean) &&
			acks.p99 <= 3_000;
		return { ...verdict, ...acks, restarts, polite, answers, readersWhole: whole.every(Boolean), kept };
	}
};

/** 0 for a socket that was refused or broke: the caller comes again elsewhere. */
function statusOf(port: number, path: string, cookie: string): Promise<number> {
	return new Promise((resolve) => {
		const asking = get({ port, path, host: '127.0.0.1', headers: { cookie }, agent: false }, (response) => {
			response.resume();
			response.on('close', () => resolve(response.statusCode ?? 0));
		});
		asking.on('error', () => resolve(0));
	});
}
