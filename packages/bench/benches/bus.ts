import { connect, disconnect } from '@stazhirovka/db';
import { freePort } from '@stazhirovka/db/embedded';
import { startNats } from '@stazhirovka/service/measured';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { openInstance, type Instance } from '../harness/instance.ts';
import { makeRooms, type TestRoom } from '../harness/rooms.ts';
import { quantile, type Measures } from '../harness/statistics.ts';
import { callers } from '../load/callers.ts';
import { Reader } from '../load/reader.ts';
import { Writer } from '../load/writer.ts';
import { createBareTable, insertAndNotify } from '../references/insert.ts';
import { placeOf, postOurs } from './durable.ts';
import { OURS } from './fan-out.ts';

const NOTIFY = 'INSERT + NOTIFY each';
const BARE_NOTICE = 'a bare NOTIFY';
const CALLERS = 256;
const ROUND_MILLISECONDS = 1_500;
const NOTICES = 200;
const CHANNEL = 'bare';

/** How much later somebody at another process hears than somebody at the author's own. */
async function twoProcesses(
	room: TestRoom,
	[here, there]: [Instance, Instance],
	after: number
): Promise<Measures> {
	const [near, far] = [here, there].map(
		(instance, n) =>
			new Reader(room, room.members[n] ?? { personId: '', cookie: '' }, () => instance.port, after)
	);
	if (!near || !far) throw new Error('No readers');
	await Promise.all([near.start(), far.start()]);
	const writers = room.members.slice(2).map((member) => new Writer(room, member, () => here.port, 60));
	const writing = Promise.all(writers.map((writer) => writer.write(Infinity)));
	await sleep(ROUND_MILLISECONDS);
	for (const writer of writers) writer.stopped = true;
	await writing;
	await far.reaches(near.position, 3_000);
	for (const reader of [near, far]) reader.stop();

	const heardHere = new Map(near.heard.map(({ seq, at }) => [seq, at]));
	const later = far.heard.map(({ seq, at }) => at - (heardHere.get(seq) ?? at));
	return { 'remote − local, p50': quantile(later, 0.5), missed: near.heard.length - far.heard.length };
}

export const bus: Bench = {
	name: 'chat-bus',
	job: 'two processes: stored and announced a second, and how much later the other one hears',
	async prepare(): Promise<Prepared> {
		const [database, nats] = await Promise.all([openDatabase(), startNats()]);
		const rooms = await makeRooms(database.url, 22, 16);
		const [hot, hotToo, ...others] = rooms;
		if (!hot || !hotToo) throw new Error('No rooms');
		const open = async (natsUrl?: string) => openInstance(database, await freePort(), { natsUrl });
		const byPostgres: [Instance, Instance] = [await open(), await open()];
		const byNats: [Instance, Instance] = [await open(nats.url), await open(nats.url)];
		const [ours, bare] = [connect(database.url), connect(database.url)];
		await createBareTable(bare.$client);
		const hearing = postgres(database.url, { max: 1, onnotice: () => undefined });
		let heard: (() => void) | undefined;
		await hearing.listen(CHANNEL, () => heard?.());
		const top = async ({ id }: TestRoom) =>
			Number((await bare.$client`select last_seq from rooms where id = ${id}`)[0]?.last_seq);

		async function bareNotices(): Promise<Measures> {
			const waits: number[] = [];
			for (let n = 0; n < NOTICES; n += 1) {
				const from = performance.now();
				const hears = new Promise<void>((resolve) => (heard = resolve));
				await Promise.all([hears, bare.$client.notify(CHANNEL, String(n))]);
				waits.push(performance.now() - from);
			}
			heard = undefined;
			return { p50: quantile(waits, 0.5) };
		}
		const rate = (work: (caller: number) => Promise<unknown>) => callers(CALLERS, ROUND_MILLISECONDS, work);
		const remote = 'remote − local, p50';
		const notice = { against: BARE_NOTICE, of: 'p50', measure: remote, atMost: 2 };

		return {
			contenders: [
				{
					name: NOTIFY,
					run: () => rate((caller) => insertAndNotify(bare.$client, CHANNEL, placeOf(others, caller)))
				},
				{ name: OURS, run: () => rate((caller) => postOurs(ours, placeOf(others, caller))) },
				{ name: BARE_NOTICE, run: bareNotices },
				{ name: 'by PostgreSQL', run: async () => twoProcesses(hot, byPostgres, await top(hot)) },
				{ name: 'by NATS', run: async () => twoProcesses(hotToo, byNats, await top(hotToo)) }
			],
			goals: [
				{ ours: OURS, against: NOTIFY, measure: 'per second', atLeast: 5 },
				{ ours: 'by PostgreSQL', ...notice },
				{ ours: 'by NATS', ...notice },
				{ ours: 'by PostgreSQL', measure: 'missed', atMost: 0 },
				{ ours: 'by NATS', measure: 'missed', atMost: 0 }
			],
			roots: [database.pid()],
			async close() {
				await Promise.all([...byPostgres, ...byNats].map((instance) => instance.end('SIGKILL')));
				await hearing.end({ timeout: 1 });
				await Promise.all([disconnect(ours), disconnect(bare), nats.kill()]);
				await database.close();
			}
		};
	}
};
