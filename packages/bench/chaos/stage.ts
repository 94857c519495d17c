import { freePort } from '@stazhirovka/db/embedded';
import postgres, { type Sql } from 'postgres';
import { openDatabase, type OwnDatabase } from '../harness/database.ts';
import { openInstance, prepareInstance, type Instance } from '../harness/instance.ts';
import { makeRooms, type TestRoom } from '../harness/rooms.ts';
import type { Writer } from '../load/writer.ts';

/** Processes that have read their code already, so that a restart is as quick as with nothing else to do. */
const SPARES = 2;

type Wanted = {
	instances?: number;
	rooms: number;
	perRoom: number;
	settings?: Record<string, string | number>;
	/** Starts the service on a database that forgets. */
	mayForget?: boolean;
};

/** A database, some processes of the product on it, rooms and people: where a fault happens. */
export type Stage = {
	database: OwnDatabase;
	rooms: TestRoom[];
	instances: Instance[];
	ports: number[];
	sql: Sql;
	/** Puts a new process in the place of one that is gone. */
	replace(place: number): Promise<void>;
	close(): Promise<void>;
};

export async function openStage(wanted: Wanted): Promise<Stage> {
	const { instances: count = 2, rooms: roomCount, perRoom, settings, mayForget } = wanted;
	const database = await openDatabase(settings);
	const rooms = await makeRooms(database.url, roomCount, perRoom);
	const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
	const ports: number[] = [];
	while (ports.length < count) ports.push(await freePort());
	const spares = Array.from({ length: SPARES }, () => prepareInstance());
	const open = (port: number) => openInstance(database, port, { mayForget });
	const instances = await Promise.all(ports.map(open));

	return {
		...{ database, rooms, instances, ports, sql },
		async replace(place) {
			const port = ports[place];
			const spare = spares.shift();
			spares.push(prepareInstance());
			if (port !== undefined) instances[place] = await openInstance(database, port, { mayForget }, spare);
		},
		async close() {
			await sql.end({ timeout: 1 });
			await Promise.all([...instances, ...spares].map((one) => one.end('SIGKILL')));
			await database.close();
		}
	};
}

export type Verdict = {
	acked: number;
	inDB: number;
	lostAcked: number;
	/** Acknowledged under another place than the one where it is stored. */
	misplaced: number;
	duplicates: number;
	contiguous: boolean;
	/** Messages of one author that are stored in another order than they were sent. */
	reordered: number;
	resends: number;
};

/** Holds what was acknowledged against what is stored. */
export async function judge(sql: Sql, rooms: TestRoom[], writers: Writer[]): Promise<Verdict> {
	const ids = rooms.map(({ id }) => id);
	const stored = await sql<{ roomId: string; clientId: string; seq: number }[]>`
		select room_id as "roomId", client_id as "clientId", seq::int from room_events
		where room_id = any(${ids}) order by room_id, seq`;
	const [holes] = await sql<{ count: number }[]>`
		select count(*)::int from rooms r where id = any(${ids}) and last_seq <> (
			select count(*) from room_events e where e.room_id = r.id and e.seq <= r.last_seq and e.seq >= 1)`;
	const places = new Map(stored.map(({ clientId, seq }) => [clientId, seq]));
	const acked = writers.flatMap((writer) => writer.acked);
	const lost = acked.filter(({ clientId }) => !places.has(clientId));

	return {
		acked: acked.length,
		inDB: stored.length,
		lostAcked: lost.length,
		misplaced: acked.filter(({ clientId, seq }) => places.has(clientId) && places.get(clientId) !== seq)
			.length,
		duplicates: stored.length - places.size,
		contiguous: holes?.count === 0,
		reordered: writers.reduce((sum, writer) => sum + backwards(writer.acked.map(({ seq }) => seq)), 0),
		resends: writers.reduce((sum, { resends }) => sum + resends, 0)
	};
}

function backwards(places: number[]): number {
	return places.filter((place, n) => n > 0 && place <= (places[n - 1] ?? 0)).length;
}
