import * as contract from '@stazhirovka/contract/chat';
import { roomEvents } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGroup, type Group } from '../../../testing/group.ts';
import type { LiveClient } from '../../../testing/live-client.ts';
import { makePerson } from '../../../testing/person.ts';

/** For tests of megabytes and hundreds of sockets: how long they take is a matter of the machine, not of what they ask. */
const LONG = 60_000;

let group: Group;
let roomId: string;

beforeAll(async () => {
	group = await openGroup();
	roomId = group.threads[0]!.roomId;
});
afterAll(() => group.close());

test.each([
	['nobody', {}, 401],
	['somebody with a made-up cookie', { cookie: 'session=intern.made-up' }, 401]
])('%s gets no socket', async (_, headers, status) => {
	await expect(group.socket(headers).opened()).rejects.toThrow(`refused ${status}`);
});

test('a page of another site gets no socket, whatever cookie the browser adds', async () => {
	const cookie = await group.cookie(group.interns[0]!);
	for (const origin of ['http://evil.example', 'null']) {
		await expect(group.socket({ cookie, origin }).opened()).rejects.toThrow('refused 403');
	}
});

test('a sixth socket of one person is closed with a word, the five go on', async () => {
	const guest = await makePerson(group.db);
	const five = await Promise.all(Array.from({ length: 5 }, () => group.live(guest)));
	const sixth = group.socket({ cookie: await group.cookie(guest) });

	expect(await sixth.closed).toBe(1008);
	expect(sixth.frames).toEqual([{ t: 'refused', code: 'live.too_many_sockets' }]);
	expect(five.map(({ socket }) => socket.readyState)).toEqual(Array(5).fill(1));
	await Promise.all(five.map((client) => client.leave()));
});

test('a message that cannot be read is refused by its own name', async () => {
	const client = await group.live(group.interns[0]!);
	const clientId = randomUUID();
	client.socket.send(
		JSON.stringify({ t: 'send', roomId, clientId, text: 'а\u0000б', fileIds: [], task: null })
	);

	expect(await client.next('nack')).toEqual({ t: 'nack', roomId, clientId, code: 'frame.malformed' });
	await client.leave();
});

test(
	'more than a second’s frames at once are refused, not stored',
	async () => {
		const client = await group.live(group.interns[1]!);
		const { roomId: own } = group.threads[1]!;
		const frame = { t: 'send', roomId: own, text: 'быстро', fileIds: [], task: null } as const;
		for (let n = 0; n < 28; n += 1) client.say({ ...frame, fileIds: [], clientId: randomUUID() });

		await client.next('nack', ({ code }) => code === 'live.too_many');
		for (const end = Date.now() + LONG / 2; Date.now() < end; await sleep(20))
			if (client.all('ack').length + client.all('nack').length === 28) break;
		const stored = await group.db.select().from(roomEvents).where(eq(roomEvents.roomId, own));
		expect(stored).toHaveLength(client.all('ack').length);
		expect(stored.length).toBeLessThan(28);
		await client.leave();
	},
	LONG
);

test('binary frames and frames of 65 537 bytes close the socket and nothing else', async () => {
	const [binary, huge] = await Promise.all([group.live(group.interns[2]!), group.live(group.interns[2]!)]);
	for (let n = 0; n < 10; n += 1) binary.socket.send(Buffer.from('{"t":"pong"}'), { binary: true });
	huge.socket.send('x'.repeat(65_537));

	expect(await binary.closed).toBe(1008);
	expect(binary.all('refused')).toEqual(Array(10).fill({ t: 'refused', code: 'frame.malformed' }));
	expect(await huge.closed).toBe(1009);
	await itStillWorks();
});

test(
	'five hundred malformed frames: each is refused, ten in a row close the socket, the service lives',
	async () => {
		const uuid = fc.constant(roomId);
		const odd = fc.oneof(
			fc.string(),
			fc.json(),
			fc.constantFrom(
				'',
				'[]',
				'null',
				'{"t":"follow"}',
				'{"__proto__":{"t":"pong"}}',
				`${'['.repeat(20_000)}`
			),
			fc
				.record({ t: fc.constantFrom('follow', 'watch', 'read', 'hello', 'ack', ''), rooms: fc.anything() })
				.map(text),
			fc
				.record({ t: fc.constant('read'), roomId: uuid, seq: fc.constantFrom(-1, 1e308, 0.5, '1', null) })
				.map(text),
			fc
				.record({ t: fc.constant('follow'), rooms: fc.array(fc.record({ roomId: uuid, seq: fc.integer() })) })
				.map(text)
		);
		const frames = fc
			.sample(odd, { numRuns: 2_000, seed: 7 })
			.filter((frame) => !contract.ClientFrame.safeParse(parsed(frame)).success);
		const closings: number[] = [];

		const person = group.interns[3]!;
		for (let at = 0; at < 500;) {
			const client = await group.live(person);
			for (let n = 0; n < 10; n += 1) client.socket.send(frames[at++]!);
			closings.push(await client.closed);
			expect(client.all('refused')).toHaveLength(10);
		}
		expect(closings).toEqual(Array(50).fill(1008));
		await itStillWorks();
	},
	LONG
);

test(
	'a socket that does not read is passed over, while others go on, and is led on when it reads again',
	async () => {
		const [slow, quick] = await Promise.all([group.live(group.interns[0]!), group.live(group.tutor)]);
		const { epoch, seq } = await (
			await group.as(group.tutor)
		).must(contract.getRoom, { params: { id: roomId } });
		for (const client of [slow, quick]) client.say({ t: 'follow', rooms: [{ roomId, epoch, seq }] });
		slow.socket.pause();

		const as = await group.as(group.tutor);
		const text = 'я'.repeat(8_000);
		const sent = 400;
		for (let n = 0; n < sent; n += 25) {
			const bodies = Array.from({ length: 25 }, () => ({ clientId: randomUUID(), text }));
			await Promise.all(
				bodies.map((body) => as.must(contract.postMessage, { params: { id: roomId }, body }))
			);
		}
		expect(await quick.events(sent)).toHaveLength(sent);
		await sleep(500);
		const before = slow.all('event').length;
		slow.socket.resume();
		expect((await slow.events(sent)).map((event) => event.seq)).toEqual(
			Array.from({ length: sent }, (_, n) => seq + 1 + n)
		);
		expect(before).toBeLessThan(sent);

		await Promise.all([slow, quick].map((client) => client.leave()));
	},
	LONG
);

test(
	'a socket that does not read is told to read the room anew when it has missed too much',
	async () => {
		const { intern, roomId: own } = group.threads[4]!;
		const [slow, quick] = await Promise.all([group.live(intern), group.live(group.tutor)]);
		const { epoch, seq } = await (await group.as(intern)).must(contract.getRoom, { params: { id: own } });
		for (const client of [slow, quick]) client.say({ t: 'follow', rooms: [{ roomId: own, epoch, seq }] });
		await slow.next('presence');
		slow.socket.pause();

		const as = await group.as(group.tutor);
		const body = () => ({ clientId: randomUUID(), text: 'я'.repeat(8_000) });
		const post = () => as.must(contract.postMessage, { params: { id: own }, body: body() });
		for (let n = 0; n < 400; n += 25) await Promise.all(Array.from({ length: 25 }, post));
		await group.db.$client`
		insert into room_events (room_id, seq, type, author_id, client_id, body, body_hash)
		select room_id, seq + n * 400, type, author_id, gen_random_uuid(), body, body_hash
		from room_events, generate_series(1, 3) n where room_id = ${own}`;
		await group.db.$client`update rooms set last_seq = 1600 where id = ${own}`;
		await post();
		// Only when the process knows how far the room is, it knows that somebody is too far behind.
		await quick.next('event', ({ event }) => event.seq === 1601);
		slow.socket.resume();

		expect(await slow.next('reload')).toEqual({ t: 'reload', roomId: own });
		expect(slow.all('event').length).toBeLessThan(400);
		await Promise.all([slow, quick].map((client) => client.leave()));
	},
	LONG
);

function text(frame: unknown): string {
	return JSON.stringify(frame) ?? '';
}

function parsed(frame: string): unknown {
	try {
		return JSON.parse(frame);
	} catch {
		return undefined;
	}
}

async function itStillWorks() {
	const client: LiveClient = await group.live(group.tutor);
	const clientId = randomUUID();
	client.say({
		t: 'send',
		roomId: group.threads[5]!.roomId,
		clientId,
		text: 'Всё ли в порядке?',
		fileIds: [],
		task: null
	});
	expect(await client.next('ack')).toMatchObject({ clientId });
	await client.leave();
}
