import { freePort } from '@stazhirovka/db/embedded';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { judge } from '../chaos/stage.ts';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { openInstance, prepareInstance } from '../harness/instance.ts';
import { makeRooms } from '../harness/rooms.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { OURS } from './fan-out.ts';

const MISSED = 1_000;
const WRITERS = 60;
const TIMES = 5;
const SELECT = 'the indexed SELECT alone';

export const recover: Bench = {
	name: 'chat-recover',
	job: 'kill -9 under load, then somebody catches up on 1,000 messages, in milliseconds',
	async prepare(): Promise<Prepared> {
		const database = await openDatabase();
		const room = theFirst(await makeRooms(database.url, 1, WRITERS + 1));
		const latecomer = theFirst(room.members);
		const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
		const port = await freePort();
		let instance = await openInstance(database, port);
		let [before, acked] = [0, 0];

		/** Writes a thousand messages; the process dies in the middle of them. */
		async function load(): Promise<{ lost: number; doubled: number }> {
			const spare = prepareInstance();
			const writers = room.members.slice(1).map((member) => new Writer(room, member, () => port));
			const writing = Promise.all(writers.map((writer) => writer.write(Math.ceil(MISSED / WRITERS))));
			await sleep(400);
			await instance.end('SIGKILL');
			instance = await openInstance(database, port, {}, spare);
			await writing;
			const { lostAcked, duplicates } = await judge(sql, [room], writers);
			acked += writers.reduce((sum, writer) => sum + writer.acked.length, 0);
			return { lost: lostAcked, doubled: duplicates };
		}

		async function catchUp(): Promise<number> {
			if (!latecomer) throw new Error('The room has nobody who comes late');
			const reader = new Reader(room, latecomer, () => port, acked - MISSED);
			await reader.start();
			await reader.reaches(acked, 10_000);
			const last = reader.heard.at(-1)?.at ?? Infinity;
			const took = last - reader.followedAt;
			reader.stop();
			if (reader.heard.length !== MISSED || reader.gaps) return Infinity;
			return took;
		}

		return {
			contenders: [
				{
					name: OURS,
					async run() {
						before = acked;
						const found = await load();
						const times: number[] = [];
						for (let n = 0; n < TIMES; n += 1) times.push(await catchUp());
						return { 'catch up': Math.min(...times), acked: acked - before, ...found };
					}
				},
				{
					name: SELECT,
					async run() {
						const times: number[] = [];
						for (let n = 0; n < TIMES; n += 1) {
							const from = performance.now();
							await sql`
								select e.seq, e.client_id, e.type, e.body, e.created_at, m.text, m.files, p.surname, p.given_name, p.patronymic
								from room_events e join people p on p.id = e.author_id
								left join room_messages m on m.room_id = e.room_id and m.seq = e.seq
								where e.room_id = ${room.id} and e.seq > ${acked - MISSED} order by e.seq limit ${MISSED}`;
							times.push(performance.now() - from);
						}
						return { 'catch up': Math.min(...times) };
					}
				}
			],
			goals: [
				{ ours: OURS, against: SELECT, measure: 'catch up', atMost: 2 },
				{ ours: OURS, measure: 'lost', atMost: 0 },
				{ ours: OURS, measure: 'doubled', atMost: 0 }
			],
			roots: [database.pid()],
			async close() {
				await sql.end({ timeout: 1 });
				await instance.end('SIGKILL');
				await database.close();
			}
		};
	}
};

/** The first, where there must be one. */
function theFirst<T>([thing]: T[]): T {
	if (thing === undefined) throw new Error('There is none');
	return thing;
}
