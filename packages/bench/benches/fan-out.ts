import { freePort } from '@stazhirovka/db/embedded';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openChild, type Child } from '../harness/child.ts';
import type { Measures } from '../harness/statistics.ts';
import type { crowd } from '../load/crowd.ts';
import type { broadcast } from '../references/broadcast.ts';

const PLAIN = 'plain ws';
export const OURS = 'Stazhirovka';

const ROUND_MILLISECONDS = 2_000;
const FLAGS = ['--expose-gc'];

type Server = Child<Pick<typeof broadcast, 'start' | 'cpu' | 'memory' | 'close'>>;
export type Side = { name: string; server: Server; crowd: Child<typeof crowd> };

/** A server and the people at the other end of its sockets, each in a process of its own. */
export async function openSide(name: string, file: string, rooms: number, perRoom: number): Promise<Side> {
	const server: Server = openChild(new URL(file, import.meta.url), { flags: FLAGS });
	const people = openChild<typeof crowd>(new URL('../load/crowd.ts', import.meta.url));
	const port = await freePort();
	await server.ask('start', port);
	await people.ask('open', port, rooms, perRoom);
	return { name, server, crowd: people };
}

export async function closeSides(sides: Side[]): Promise<void> {
	await Promise.all(sides.flatMap(({ server, crowd }) => [server.end('SIGKILL'), crowd.end('SIGKILL')]));
}

function bothSides(rooms: number, perRoom: number): Promise<Side[]> {
	return Promise.all([
		openSide(PLAIN, '../references/broadcast.ts', rooms, perRoom),
		openSide(OURS, '../servers/fan-out.ts', rooms, perRoom)
	]);
}

/** Deliveries a second, and what each costs the server in microseconds of processor time. */
async function loop({ server, crowd }: Side, window: number): Promise<Measures> {
	const before = await server.ask('cpu');
	const { deliveries = 0, heard = 0 } = await crowd.ask('closedLoop', window, ROUND_MILLISECONDS);
	return { deliveries, 'cpu per delivery': ((await server.ask('cpu')) - before) / heard };
}

export const fanOut: Bench = {
	name: 'chat-fanout',
	job: '33 rooms of 30 sockets, 64 messages always on their way in each',
	async prepare(): Promise<Prepared> {
		const sides = await bothSides(33, 30);
		const against = { ours: OURS, against: PLAIN };
		return {
			contenders: sides.map((side) => ({ name: side.name, run: () => loop(side, 64) })),
			goals: [
				{ ...against, measure: 'deliveries', atLeast: 5 },
				{ ...against, measure: 'cpu per delivery', atMost: 0.2 }
			],
			close: () => closeSides(sides)
		};
	}
};

export const fanOutLarge: Bench = {
	name: 'chat-fanout-1000',
	job: 'one room of 1,000 sockets: as fast as it goes, and 50 messages a second',
	async prepare(): Promise<Prepared> {
		const sides = await bothSides(1, 1_000);
		const against = { ours: OURS, against: PLAIN };
		const run = async (side: Side) => ({
			...(await loop(side, 64)),
			...(await side.crowd.ask('paced', 50, ROUND_MILLISECONDS))
		});
		return {
			contenders: sides.map((side) => ({ name: side.name, run: () => run(side) })),
			goals: [
				{ ...against, measure: 'deliveries', atLeast: 2.5 },
				{ ...against, measure: 'p99', atMost: 0.6 },
				{ ours: OURS, measure: 'lost', atMost: 0 }
			],
			close: () => closeSides(sides)
		};
	}
};
