import { markRead } from '@stazhirovka/contract/chat';
import { makeManySites, publishRules, reportingSite, type World } from '@stazhirovka/service/measured';
import { randomUUID } from 'node:crypto';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { itsSqlAlone, openListenedWorld, timed } from '../harness/own-sql.ts';
import type { Goal } from '../harness/report.ts';
import { postOurs } from './durable.ts';
import { OURS } from './fan-out.ts';

const SQL = 'its SQL alone';
const BEHIND = 60;
const AT_ONCE = 32;

type Subject = { name: string; read(): Promise<unknown> };
type Visitor = Awaited<ReturnType<World['as']>>;

/**
 * An answer as it leaves the service. To take it apart and to hold it against the contract is the work of whoever asked,
 * and nobody does it for the reference.
 */
async function answered({ inject }: Visitor, url: string): Promise<void> {
	const { statusCode } = await inject({ method: 'GET', url });
	if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
}

/** The statements of the first subject are the reference. */
async function reading(make: (world: World) => Promise<Subject[]>, goals: Goal[]): Promise<Prepared> {
	const database = await openDatabase();
	const listened = await openListenedWorld(database.url);
	const subjects = await make(listened.world);
	await listened.world.db.execute('analyze');
	const statements = await listened.statementsOf(async () => subjects[0]?.read());
	const bare = itsSqlAlone(SQL, database.url, statements);

	return {
		contenders: [bare, ...subjects.map(({ name, read }) => ({ name, run: () => timed(read) }))],
		goals,
		roots: [database.pid()],
		async close() {
			await bare.close();
			await listened.close();
			await database.close();
		}
	};
}

/** Fills a room through the door that everybody's messages take. */
async function fill({ db, tutor }: World, roomId: string, count: number): Promise<void> {
	let left = count;
	async function write() {
		while (left-- > 0) await postOurs(db, { roomId, authorId: tutor.id, clientId: randomUUID() });
	}
	await Promise.all(Array.from({ length: AT_ONCE }, write));
}

async function twoRooms(world: World): Promise<Subject[]> {
	const [intern] = world.interns;
	if (!intern) throw new Error('No intern');
	const rooms = await world.db.$client<{ id: string }[]>`
		select r.id from rooms r join room_members m on m.room_id = r.id and m.person_id = ${intern.id}
		join room_members t on t.room_id = r.id and t.person_id = ${world.tutor.id}
		order by kind`;
	const as = await world.as(intern);
	const sizes = [100_000, 1_000];
	return Promise.all(
		sizes.map(async (size, n) => {
			const id = rooms[n]?.id ?? '';
			await fill(world, id, size);
			await as.must(markRead, { params: { id }, body: { seq: size - BEHIND } });
			return {
				name: `a room of ${size.toLocaleString('en')}`,
				read: () => answered(as, `/api/rooms/${id}`)
			};
		})
	);
}

const LARGE = 'a room of 100,000';
const SMALL = 'a room of 1,000';

export const openRoom: Bench = {
	name: 'chat-open',
	job: 'a room of 100,000 messages opened at the first unread one, in milliseconds',
	prepare: () =>
		reading(twoRooms, [
			{ ours: LARGE, against: SQL, measure: 'p50', atMost: 2 },
			{ ours: LARGE, against: SMALL, measure: 'p50', atMost: 1.2 }
		])
};

const SITES = 5_000;

export const sitesList: Bench = {
	name: 'sites-list',
	job: 'a filtered page of a register of 5,000 sites, in milliseconds',
	prepare: () =>
		reading(
			async (world) => {
				await makeManySites(world.db, world.region.id, SITES);
				const anybody = await world.as(null);
				const query = { q: 'зеленый емкие', status: 'active', on: '2025-06-01', page: '3' };
				const url = `/api/sites?${new URLSearchParams(query)}`;
				return [{ name: OURS, read: () => answered(anybody, url) }];
			},
			[{ ours: OURS, against: SQL, measure: 'p50', atMost: 1.25 }]
		)
};

const REPORTING = 300;

export const reportDesk: Bench = {
	name: 'report-desk',
	job: 'the desk of reports of 300 sites, in milliseconds',
	prepare: () =>
		reading(
			async (world) => {
				await publishRules(world, 'kuzbass');
				for (let n = 0; n < REPORTING; n += 10)
					await Promise.all(Array.from({ length: 10 }, () => reportingSite(world, 'kuzbass')));
				world.at('2027-05-20T07:00:00Z');
				const keeper = await world.as(world.coordinator);
				return [{ name: OURS, read: () => answered(keeper, '/api/site-reports?page=2') }];
			},
			[{ ours: OURS, against: SQL, measure: 'p50', atMost: 1.25 }]
		)
};
