import * as contract from '@stazhirovka/contract/chat';
import { rooms, sessions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../app.ts';
import { listen } from '../../../shell/live.ts';
import { openGroup, type Group } from '../../../testing/group.ts';
import { makePerson, type TestPerson } from '../../../testing/person.ts';

/** A second process of the service, which looks at its sockets more often. */
async function openSecond(timings = { heartbeat: 100, silence: 60_000, poll: 100 }) {
	const live = await listen(group.db);
	const app = await build({ ...group.deps, live }, { timings });
	const close = async () => {
		await app.close();
		await live.close();
	};
	return { ...(await group.serve(app)), app, close };
}

let group: Group;
let second: Awaited<ReturnType<typeof openSecond>>;

beforeAll(async () => {
	group = await openGroup();
	second = await openSecond();
});
afterAll(async () => {
	await second.close();
	await group.close();
});

async function place(person: TestPerson, id: string) {
	const { epoch, seq } = await (await group.as(person)).must(contract.getRoom, { params: { id } });
	return { roomId: id, epoch, seq };
}

async function say(person: TestPerson, roomId: string, clientId: string = randomUUID()) {
	const body = { clientId, text: 'Слышно?' };
	return (await group.as(person)).must(contract.postMessage, { params: { id: roomId }, body });
}

const dropListeners = () => group.db.$client`
	select pg_terminate_backend(pid) from pg_stat_activity
	where datname = current_database() and application_name = 'stazhirovka listener'`;

test('C2, C6: what is sent through one process is heard through another, and stored once', async () => {
	const { intern, roomId } = group.threads[0]!;
	const client = await second.live(intern);
	client.say({ t: 'follow', rooms: [await place(intern, roomId)] });
	const clientId = randomUUID();
	await say(intern, roomId, clientId);
	client.say({ t: 'send', roomId, clientId, text: 'Слышно?', fileIds: [], task: null });

	expect(await client.next('ack')).toEqual({ t: 'ack', roomId, clientId, seq: 1 });
	await sleep(50);
	expect((await client.events(1)).map(({ seq }) => seq)).toEqual([1]);
	await client.leave();
});

test('C8: a heartbeat tells where every followed room is and how much is unread', async () => {
	const { intern, roomId } = group.threads[1]!;
	const client = await second.live(intern);
	client.say({ t: 'follow', rooms: [await place(intern, roomId)] });
	await say(group.tutor, roomId);

	const beat = await client.next('heartbeat', ({ tops }) => tops.some(({ seq }) => seq === 1));
	expect(beat).toEqual({ t: 'heartbeat', tops: [{ roomId, seq: 1 }], unread: 1 });
	await client.leave();
});

test('C5: a log that was rebuilt under open sockets makes them read the room anew', async () => {
	const { intern, roomId } = group.threads[2]!;
	const client = await second.live(intern);
	client.say({ t: 'follow', rooms: [await place(intern, roomId)] });
	await client.next('heartbeat', ({ tops }) => tops.length === 1);
	await group.db.update(rooms).set({ epoch: randomUUID() }).where(eq(rooms.id, roomId));

	expect(await client.next('reload')).toEqual({ t: 'reload', roomId });
	await client.leave();
});

test('C9: a session that ran out is noticed at the heartbeat', async () => {
	const guest = await makePerson(group.db);
	const client = await second.live(guest);
	await group.db
		.update(sessions)
		.set({ expiresAt: new Date(0) })
		.where(eq(sessions.personId, guest.id));
	expect(await client.closed).toBe(4401);
});

test('notices that are lost again and again cost no message and little time', async () => {
	const { intern, roomId } = group.threads[3]!;
	const client = await second.live(intern);
	client.say({ t: 'follow', rooms: [await place(intern, roomId)] });
	const waits: number[] = [];
	for (let n = 1; n <= 10; n += 1) {
		await dropListeners();
		const from = performance.now();
		await say(group.tutor, roomId);
		await client.events(n);
		waits.push(performance.now() - from);
	}

	expect(client.all('event').map(({ event }) => event.seq)).toEqual(
		Array.from({ length: 10 }, (_, n) => n + 1)
	);
	expect(Math.max(...waits)).toBeLessThan(1_500);
	await client.leave();
});

test('a process that ends tells its sockets when to come back, and closes them with 1012', async () => {
	const third = await openSecond();
	const clients = await Promise.all(group.interns.slice(0, 3).map((intern) => third.live(intern)));
	const ended = third.close();

	for (const client of clients) {
		const { after } = await client.next('restart');
		expect([after >= 0, after <= 5_000, await client.closed]).toEqual([true, true, 1012]);
	}
	await ended;
});

test('a peer that answers nothing is let go', async () => {
	const third = await openSecond({ heartbeat: 50, silence: 200, poll: 1_000 });
	const [lively, dead] = await Promise.all([third.live(group.interns[0]!), third.live(group.interns[1]!)]);
	dead.socket.pause();

	await sleep(600);
	dead.socket.resume();
	expect(await dead.closed).toBe(1006);
	expect(lively.socket.readyState).toBe(lively.socket.OPEN);
	await third.close();
});
