import { freePort } from '@stazhirovka/db/embedded';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Member, TestRoom } from '../harness/rooms.ts';
import { Line } from '../load/line.ts';
import { openShuffler } from '../load/proxy.ts';
import { share, type Chaos } from './chaos.ts';
import { openStage } from './stage.ts';

const PEOPLE = 100;
const EACH = 100;
const EACH_MILLISECONDS = 200;
const ASK_AGAIN_MILLISECONDS = 2_000;

/** Sends without waiting for answers, and again what was not answered; keeps every place that was told for an id. */
async function send(
	port: number,
	room: TestRoom,
	{ cookie }: Member,
	count: number
): Promise<Map<string, number[]>> {
	const places = new Map<string, number[]>();
	const line = await Line.open(port, '/', { cookie });
	line.onFrame = (bytes, from, to) => {
		const { t, clientId, seq } = JSON.parse(bytes.toString('utf8', from, to));
		if (t === 'ack') places.get(clientId)?.push(seq);
	};
	const say = (clientId: string) => {
		const frame = { t: 'send', roomId: room.id, clientId, text: clientId, fileIds: [], task: null };
		line.say(JSON.stringify(frame));
	};
	for (let n = 0; n < count; n += 1) {
		const clientId = randomUUID();
		places.set(clientId, []);
		say(clientId);
		await sleep(EACH_MILLISECONDS);
	}
	for (;;) {
		await sleep(ASK_AGAIN_MILLISECONDS);
		const open = [...places].filter(([, told]) => told.length === 0);
		if (open.length === 0) break;
		for (const [clientId] of open) {
			say(clientId);
			await sleep(EACH_MILLISECONDS);
		}
	}
	line.socket.destroy();
	return places;
}

/** R4. */
export const resend: Chaos = {
	name: 'resend',
	promise: 'R4 10,000 sends, each 1–5 times over two processes, shuffled: 10,000 rows, one place for each id',
	async run(random, part) {
		const stage = await openStage({ rooms: 10, perRoom: PEOPLE / 10 });
		const port = await freePort();
		const shuffler = await openShuffler(port, stage.ports, random);
		const from = performance.now();
		const each = share(EACH, part);
		const all = await Promise.all(
			stage.rooms.flatMap((room) => room.members.map((member) => send(port, room, member, each)))
		);
		const seconds = (performance.now() - from) / 1_000;
		const told = all.flatMap((places) => [...places]);
		const ids = stage.rooms.map(({ id }) => id);
		const stored = await stage.sql<{ clientId: string; seq: number }[]>`
			select client_id as "clientId", seq::int from room_events where room_id = any(${ids})`;
		const holes = await stage.sql`
			select room_id from room_events where room_id = any(${ids}) group by room_id having count(*) <> max(seq)`;
		shuffler.close();
		await stage.close();

		const places = new Map(stored.map(({ clientId, seq }) => [clientId, seq]));
		const severalPlaces = told.filter(([, seqs]) => new Set(seqs).size > 1).length;
		const misplaced = told.filter(([id, seqs]) => seqs.some((seq) => seq !== places.get(id))).length;
		const sent = told.length;
		const rows = stored.length;
		const kept = rows === sent && severalPlaces === 0 && misplaced === 0 && holes.length === 0;
		return {
			sent,
			frames: shuffler.passed(),
			rows,
			severalPlaces,
			misplaced,
			holes: holes.length,
			seconds,
			kept
		};
	}
};
