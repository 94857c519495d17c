import { freePort } from '@stazhirovka/db/embedded';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openChild } from '../harness/child.ts';
import { openDatabase } from '../harness/database.ts';
import { openInstance } from '../harness/instance.ts';
import { makeRooms } from '../harness/rooms.ts';
import type { people } from '../load/people.ts';
import { closeSides, openSide, OURS } from './fan-out.ts';

const RATE = 1_000;
const ROUND_MILLISECONDS = 3_000;
const BARE = 'frame + join, unstored';

export const latency: Bench = {
	name: 'chat-latency',
	job: '1,000 messages a second into 33 rooms of 30, stored; delivery to every socket in milliseconds',
	async prepare(): Promise<Prepared> {
		const [database, bare] = await Promise.all([
			openDatabase(),
			openSide(BARE, '../references/joined.ts', 33, 30)
		]);
		const rooms = await makeRooms(database.url, 33, 30);
		const instance = await openInstance(database, await freePort());
		const crowd = openChild<typeof people>(new URL('../load/people.ts', import.meta.url));
		await crowd.ask(
			'open',
			[instance.port],
			rooms.map((room) => ({ ...room, seq: 0 }))
		);

		return {
			contenders: [
				{ name: BARE, run: () => bare.crowd.ask('paced', RATE, ROUND_MILLISECONDS) },
				{ name: OURS, run: () => crowd.ask('paced', RATE, ROUND_MILLISECONDS) }
			],
			goals: [
				{ ours: OURS, against: BARE, measure: 'p99', atMost: 2 },
				{ ours: OURS, measure: 'lost', atMost: 0 }
			],
			roots: [database.pid()],
			async close() {
				await closeSides([bare]);
				await Promise.all([crowd.end('SIGKILL'), instance.end('SIGKILL')]);
				await database.close();
			}
		};
	}
};
