import { connect, disconnect } from '@stazhirovka/db';
import { certificates as register } from '@stazhirovka/db/schema';
import { createWorld, type World } from '@stazhirovka/service/measured';
import { freePort } from '@stazhirovka/db/embedded';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openChild } from '../harness/child.ts';
import { openDatabase } from '../harness/database.ts';
import { openInstance } from '../harness/instance.ts';
import { addRooms } from '../harness/rooms.ts';
import type { Measures } from '../harness/statistics.ts';
import type { people } from '../load/people.ts';
import { approved } from './certificates.ts';
import { OURS } from './fan-out.ts';

const BATCH = 1_000;
const QUICK_BATCH = 400;
const ROOMS = 10;
const PEOPLE = 30;
const RATE = 100;
const ROUND_MILLISECONDS = 3_000;
const ALONE = 'the same chat, nothing issued';
const LOOK_MILLISECONDS = 20;

/** Until the process itself has entered `more` documents. */
async function entered(world: World, more: number): Promise<void> {
	const wanted = (await world.db.$count(register)) + more;
	while ((await world.db.$count(register)) < wanted) await sleep(LOOK_MILLISECONDS);
}

/** What people in rooms feel while the same process issues a batch: deliveries counted from its first document on. */
async function meanwhile(world: World, size: number, chat: () => Promise<Measures>): Promise<Measures> {
	const before = await world.db.$count(register);
	await approved(world, size);
	await entered(world, 1);
	const felt = await chat();
	const left = before + size - (await world.db.$count(register));
	if (left > 0) await entered(world, left);
	return { ...felt, 'documents left at its end': left };
}

export const certificatesChat: Bench = {
	name: 'certificates-chat',
	job: '100 messages a second into 10 rooms of 30 while the same process issues a batch; delivery in milliseconds',
	async prepare({ quick }): Promise<Prepared> {
		const database = await openDatabase();
		const db = connect(database.url);
		const world = await createWorld({
			database: Promise.resolve({ db, url: database.url, drop: () => disconnect(db) })
		});
		const rooms = await addRooms(database.url, ROOMS, PEOPLE);
		const instance = await openInstance(database, await freePort());
		const crowd = openChild<typeof people>(new URL('../load/people.ts', import.meta.url));
		await crowd.ask(
			'open',
			[instance.port],
			rooms.map((room) => ({ ...room, seq: 0 }))
		);
		const chat = () => crowd.ask('paced', RATE, ROUND_MILLISECONDS);

		return {
			contenders: [
				{ name: ALONE, run: chat },
				{ name: OURS, run: () => meanwhile(world, quick ? QUICK_BATCH : BATCH, chat) }
			],
			goals: [
				{ ours: OURS, against: ALONE, measure: 'p99', atMost: 1.3 },
				{ ours: OURS, measure: 'lost', atMost: 0 }
			],
			roots: [database.pid()],
			async close() {
				await Promise.all([crowd.end('SIGKILL'), instance.end('SIGKILL')]);
				await world.close();
				await database.close();
			}
		};
	}
};
