import { connect, disconnect, type Database } from '@stazhirovka/db';
import { post } from '@stazhirovka/service/measured';
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { makeRooms, type TestRoom } from '../harness/rooms.ts';
import type { Measures } from '../harness/statistics.ts';
import { callers } from '../load/callers.ts';
import { createBareTable, insertBare, type BareMessage } from '../references/insert.ts';
import { OURS } from './fan-out.ts';

const ROUND_MILLISECONDS = 1_500;
const ROOMS = 20;
const PEOPLE = 16;
const BARE = 'one INSERT each';
const BODY = {
	text: 'Добрый день! Посмотрите, пожалуйста, второй критерий в карте урока.',
	files: [],
	subject: null,
	card: null,
	replyTo: null,
	mentions: []
};

/** The caller's own room and name: each writes under one name into one room. */
export function placeOf(rooms: TestRoom[], caller: number): BareMessage {
	const room = rooms[caller % rooms.length];
	const member = room?.members[Math.floor(caller / rooms.length) % PEOPLE];
	return { roomId: room?.id ?? '', authorId: member?.personId ?? '', clientId: randomUUID(), body: BODY };
}

/** Through the service's own door to the log of a room. */
export function postOurs(
	db: Database,
	{ roomId, authorId, clientId }: Omit<BareMessage, 'body'>
): Promise<number> {
	const author = { personId: authorId, at: new Date() };
	return post(db, author, { roomId, clientId, words: BODY });
}

async function atBoth(work: (caller: number) => Promise<unknown>): Promise<Measures> {
	const many = await callers(256, ROUND_MILLISECONDS, work);
	const few = await callers(8, ROUND_MILLISECONDS, work);
	return {
		'256 callers, per second': many['per second'] ?? 0,
		'8 callers, per second': few['per second'] ?? 0,
		'8 callers, p50': few.p50 ?? 0
	};
}

/** Rooms whose sequence has a hole or ends elsewhere than its counter says. */
async function holes(sql: Sql): Promise<number> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::int from rooms r where last_seq <> (select count(*) from room_events e where e.room_id = r.id)
			or last_seq <> (select coalesce(max(seq), 0) from room_events e where e.room_id = r.id)`;
	return row?.count ?? 0;
}

export const durable: Bench = {
	name: 'chat-durable',
	job: 'durable sends of 256 and of 8 callers into 20 rooms, in order and without holes',
	async prepare(): Promise<Prepared> {
		const database = await openDatabase();
		const rooms = await makeRooms(database.url, ROOMS, PEOPLE);
		const [ours, bare] = [connect(database.url), connect(database.url)];
		await createBareTable(bare.$client);
		const against = { ours: OURS, against: BARE };

		return {
			contenders: [
				{ name: BARE, run: () => atBoth((caller) => insertBare(bare.$client, placeOf(rooms, caller))) },
				{
					name: OURS,
					async run() {
						const found = await atBoth((caller) => postOurs(ours, placeOf(rooms, caller)));
						return { ...found, holes: await holes(ours.$client) };
					}
				}
			],
			goals: [
				{ ...against, measure: '256 callers, per second', atLeast: 4 },
				{ ...against, measure: '8 callers, p50', atMost: 0.6 },
				{ ours: OURS, measure: 'holes', atMost: 0 }
			],
			roots: [database.pid()],
			async close() {
				await Promise.all([disconnect(ours), disconnect(bare)]);
				await database.close();
			}
		};
	}
};
