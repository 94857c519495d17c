import * as contract from '@stazhirovka/contract/chat';
import { rooms } from '@stazhirovka/db/schema';
import { applyAll } from '@stazhirovka/domain/chat';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateOf } from '../../../testing/chat.ts';
import { openGroup, type Group } from '../../../testing/group.ts';
import type { TestPerson } from '../../../testing/person.ts';

let group: Group;

beforeAll(async () => {
	group = await openGroup();
});
afterAll(() => group.close());

function sending(roomId: string, text: string): Extract<contract.ClientFrame, { t: 'send' }> {
	return { t: 'send', roomId, clientId: randomUUID(), text, fileIds: [], task: null };
}

async function open(person: TestPerson, id: string) {
	return (await group.as(person)).must(contract.getRoom, { params: { id } });
}

/** A socket that follows the room from where it is now. */
async function follow(person: TestPerson, roomId: string) {
	const { epoch, seq } = await open(person, roomId);
	const client = await group.live(person);
	client.say({ t: 'follow', rooms: [{ roomId, epoch, seq }] });
	return client;
}

test('C1, C7: the author gets an ack and the same event as everybody else, with his own client id', async () => {
	const { intern, roomId } = group.threads[0]!;
	const [author, reader] = await Promise.all([follow(intern, roomId), follow(group.tutor, roomId)]);
	const frame = sending(roomId, 'Добрый день!');
	author.say(frame);

	const ack = await author.next('ack');
	expect(ack).toEqual({ t: 'ack', roomId, clientId: frame.clientId, seq: 1 });
	const said = (await author.events(1)).filter(({ type }) => type === 'message.posted');
	expect((await open(intern, roomId)).messages).toMatchObject(said.map(({ type: _, ...message }) => message));
	expect(await reader.events(1)).toEqual(await author.events(1));
	expect((await reader.events(1))[0]).toMatchObject({
		clientId: frame.clientId,
		text: 'Добрый день!',
		seq: 1
	});
	await Promise.all([author.leave(), reader.leave()]);
});

test('C2, C3: a frame sent again is acknowledged with the same place; another text under its id is refused', async () => {
	const { intern, roomId } = group.threads[1]!;
	const client = await follow(intern, roomId);
	const frame = sending(roomId, 'Один раз');
	for (let n = 0; n < 5; n += 1) client.say(frame);
	client.say({ ...frame, text: 'Другой раз' });

	expect(await client.next('nack')).toMatchObject({ clientId: frame.clientId, code: 'message.key_reused' });
	expect(client.all('ack').map(({ seq }) => seq)).toEqual([1, 1, 1, 1, 1]);
	expect((await open(intern, roomId)).messages).toHaveLength(1);
	await client.leave();
});

test('C5, C6: whoever comes back gets all that was missed, and the reducer gives what a fresh page gives', async () => {
	const { intern, roomId } = group.threads[2]!;
	const away = await follow(intern, roomId);
	const tutor = await follow(group.tutor, roomId);
	tutor.say(sending(roomId, 'до'));
	await away.events(1);
	const before = await open(intern, roomId);
	await away.leave();

	for (let n = 1; n <= 15; n += 1) tutor.say(sending(roomId, `без вас ${n}`));
	await tutor.events(16);
	const back = await group.live(intern);
	back.say({ t: 'follow', rooms: [{ roomId, epoch: before.epoch, seq: before.seq }] });
	const missed = await back.events(15);
	tutor.say(sending(roomId, 'при вас'));
	const news = await back.events(16);

	expect(missed.map(({ seq }) => seq)).toEqual(Array.from({ length: 15 }, (_, n) => n + 2));
	const fresh = await open(intern, roomId);
	const reduced = applyAll(stateOf(before), news);
	expect(reduced).toEqual(stateOf(fresh));
	await Promise.all([back.leave(), tutor.leave()]);
});

test('C4: sixteen writers on sockets of two people: every follower sees 1..n without a hole', async () => {
	const { intern, roomId } = group.threads[3]!;
	const readers = await Promise.all([follow(intern, roomId), follow(group.tutor, roomId)]);
	const people = [intern, group.tutor];
	const write = async (_: unknown, writer: number) => {
		const as = await group.as(people[writer % 2]!);
		for (let n = 0; n < 8; n += 1) {
			const body = { clientId: randomUUID(), text: `${writer}.${n}` };
			await as.must(contract.postMessage, { params: { id: roomId }, body });
		}
	};
	await Promise.all(Array.from({ length: 16 }, write));

	const whole = Array.from({ length: 128 }, (_, n) => n + 1);
	for (const reader of readers) expect((await reader.events(128)).map(({ seq }) => seq)).toEqual(whole);
	await Promise.all(readers.map((reader) => reader.leave()));
});

test.each([
	['another epoch', { epoch: randomUUID() as string }],
	['a position from the future', { seq: 1_000 }]
])('C5: %s is answered by reload and by no event', async (_, change) => {
	const { intern, roomId } = group.threads[0]!;
	const { epoch, seq } = await open(intern, roomId);
	const client = await group.live(intern);
	client.say({ t: 'follow', rooms: [{ roomId, epoch, seq, ...change }] });

	expect(await client.next('reload')).toEqual({ t: 'reload', roomId });
	const frame = sending(roomId, 'не ко мне');
	client.say(frame);
	await client.next('ack');
	expect(client.all('event')).toEqual([]);
	await client.leave();
});

test('C5: too much missed is answered by reload, not by a part', async () => {
	const { intern, roomId } = group.threads[1]!;
	const { epoch } = await open(intern, roomId);
	await group.db.update(rooms).set({ lastSeq: 1_100 }).where(eq(rooms.id, roomId));
	const client = await group.live(intern);
	client.say({ t: 'follow', rooms: [{ roomId, epoch, seq: 1 }] });

	expect(await client.next('reload')).toEqual({ t: 'reload', roomId });
	expect(client.all('event')).toEqual([]);
	await client.leave();
});

test('C5: whoever follows a log that was rebuilt reads the room anew when somebody follows the new one', async () => {
	const { intern, roomId } = group.threads[2]!;
	const old = await follow(intern, roomId);
	const probe = sending(roomId, 'до восстановления');
	old.say(probe);
	await old.next('ack');
	await group.db.update(rooms).set({ epoch: randomUUID() }).where(eq(rooms.id, roomId));

	const fresh = await follow(group.tutor, roomId);
	fresh.say(sending(roomId, 'после'));
	await fresh.next('ack');
	expect(await old.next('reload')).toEqual({ t: 'reload', roomId });
	expect((await fresh.events(1)).map(({ type }) => type)).toEqual(['message.posted']);
	expect(fresh.all('reload')).toEqual([]);
	await Promise.all([old.leave(), fresh.leave()]);
});

test('R167 a room of others and a room that does not exist are refused alike', async () => {
	const foreign = group.threads[1]!.roomId;
	const absent = randomUUID();
	const epoch = randomUUID();
	const client = await group.live(group.interns[5]!);
	for (const roomId of [foreign, absent]) {
		client.say({ t: 'follow', rooms: [{ roomId, epoch, seq: 0 }] });
		client.say(sending(roomId, 'Пустите'));
		client.say({ t: 'read', roomId, seq: 1 });
	}

	await client.next('nack', ({ roomId }) => roomId === absent);
	const [first, second] = [foreign, absent].map((id) =>
		client.frames
			.filter((frame) => 'roomId' in frame && frame.roomId === id)
			.map((frame) => ({ ...frame, roomId: '', clientId: '' }))
	);
	expect(first).toEqual([
		{ t: 'revoked', roomId: '', clientId: '' },
		{ t: 'nack', roomId: '', clientId: '', code: 'room.missing' }
	]);
	expect(second).toEqual(first);
	expect(client.all('event')).toEqual([]);
	await client.leave();
});

test('unread counts reach every window of a person, and go when one of them reads', async () => {
	const { intern, roomId } = group.threads[4]!;
	const [one, other, author] = await Promise.all([
		group.live(intern),
		group.live(intern),
		group.live(group.tutor)
	]);
	author.say(sending(roomId, 'Посмотрите, пожалуйста'));
	const { seq } = await author.next('ack');

	for (const client of [one, other]) {
		expect(await client.next('unread', (frame) => frame.roomId === roomId)).toMatchObject({
			count: 1,
			total: 1
		});
	}
	one.say({ t: 'read', roomId, seq });
	expect(await other.next('unread', ({ count }) => count === 0)).toMatchObject({ roomId, total: 0 });
	await Promise.all([one, other, author].map((client) => client.leave()));
});
