import * as contract from '@stazhirovka/contract/chat';
import { roomMessages, rooms } from '@stazhirovka/db/schema';
import { applyAll } from '@stazhirovka/domain/chat';
import { asc, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stateOf } from '../../testing/chat.ts';
import { emptyRooms } from '../../testing/empty-rooms.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { unreadPrivateThreads } from './index.ts';

let group: Group;
let tutor: Visitor;
let intern: Visitor;
let stranger: Visitor;
/** Emptied before each test. */
let id: string;

beforeAll(async () => {
	group = await openGroup();
	id = group.threads[0]!.roomId;
	tutor = await group.as(group.tutor);
	intern = await group.as(group.interns[0]!);
	stranger = await group.as(group.interns[1]!);
});
afterAll(() => group.close());

beforeEach(async () => {
	await emptyRooms(group.db);
});

type Change = { clientId?: string; task?: string };
const message = (text: string, change: Change = {}) => ({
	clientId: randomUUID() as string,
	text,
	...change
});
const post = (who: Visitor, body: ReturnType<typeof message>) =>
	who.call(contract.postMessage, { params: { id }, body });
const open = (who: Visitor) => who.must(contract.getRoom, { params: { id } });
const stored = () =>
	group.db.select().from(roomMessages).where(eq(roomMessages.roomId, id)).orderBy(asc(roomMessages.seq));
const refusal = (status: number, code: string) => ({ ok: false, refusal: { status, code } });

test('C2: the same message sent twenty times at once is stored once, and every answer names the same place', async () => {
	const twice = message('Добрый день!');
	const answers = await Promise.all(Array.from({ length: 20 }, () => post(intern, twice)));

	expect(answers).toEqual(
		Array(20).fill({ ok: true, value: { roomId: id, clientId: twice.clientId, seq: 1 } })
	);
	expect(await stored()).toHaveLength(1);
	expect((await open(tutor)).seq).toBe(1);
});

test('C3: the same client id with another text is refused, and the first text stays', async () => {
	const first = message('Первая мысль');
	await post(intern, first);

	expect(await post(intern, { ...first, text: 'Другая мысль' })).toMatchObject(
		refusal(409, 'message.key_reused')
	);
	expect((await stored()).map(({ text }) => text)).toEqual(['Первая мысль']);
});

test('C4: sixteen writers at once leave no hole and no number twice', async () => {
	const write = async (_: unknown, writer: number) => {
		for (let n = 0; n < 10; n += 1) await post(writer % 2 ? intern : tutor, message(`${writer}.${n}`));
	};
	await Promise.all(Array.from({ length: 16 }, write));

	expect((await stored()).map(({ seq }) => seq)).toEqual(Array.from({ length: 160 }, (_, n) => n + 1));
});

test('C5: what was missed comes whole, or as a word to read the room anew', async () => {
	for (const text of ['раз', 'два', 'три']) await post(intern, message(text));
	const { epoch } = await open(intern);
	const missed = (after: number, known = epoch) =>
		intern.must(contract.listRoomEvents, { params: { id }, querystring: { after, epoch: known } });
	const reload = { reload: true, events: [] };

	expect(await missed(1)).toMatchObject({
		reload: false,
		events: [
			{ seq: 2, text: 'два' },
			{ seq: 3, text: 'три' }
		]
	});
	expect(await missed(1, randomUUID())).toEqual(reload);
	expect(await missed(4)).toEqual(reload);

	await group.db.update(rooms).set({ lastSeq: 504 }).where(eq(rooms.id, id));
	expect(await missed(3)).toEqual(reload);
});

test('C6: the reducer on an old page gives what a fresh page gives', async () => {
	await post(intern, message('до'));
	const before = await open(intern);
	await post(tutor, message('после', { task: 'T01' }));
	await post(intern, message('и ещё'));
	const querystring = { after: before.seq, epoch: before.epoch };
	const { events } = await intern.must(contract.listRoomEvents, { params: { id }, querystring });

	const reduced = applyAll(stateOf(before), events);
	expect(reduced).toEqual(stateOf(await open(intern)));
	expect(reduced).toMatchObject({ seq: 3 });
});

test('R104 a room opens with its newest fifty messages and gives earlier ones by pages', async () => {
	for (let n = 1; n <= 60; n += 1) await post(intern, message(`№ ${n}`));
	const room = await open(intern);
	const earlier = await intern.must(contract.listMessages, { params: { id }, querystring: { before: 11 } });

	expect([room.seq, room.messages[0]?.seq, room.messages.at(-1)?.seq, room.earlier]).toEqual([
		60,
		11,
		60,
		true
	]);
	expect(room).toMatchObject({ kind: 'private', lastReadSeq: 60, can: { post: true, moderate: false } });
	expect(room.tasks[0]).toEqual({ key: 'T01', title: 'Дневник трёх наблюдений' });
	expect([earlier.messages.length, earlier.messages[0]?.seq, earlier.earlier]).toEqual([10, 1, false]);
});

test('a private thread is called by whom one talks to', async () => {
	const { surname, givenName, patronymic } = group.tutor;
	const called = (await open(tutor)).members.find((person) => person.id === group.interns[0]!.id);

	expect((await open(intern)).title).toBe([surname, givenName, patronymic].join(' '));
	expect((await open(tutor)).title).toBe(called?.fullName);
});

test('a message may point at a task of the programme, not at any other', async () => {
	await post(intern, message('По этому заданию', { task: 'T01' }));
	expect((await stored())[0]?.subject).toEqual({
		kind: 'task',
		key: 'T01',
		title: 'Дневник трёх наблюдений',
		place: `/chat/${id}/about/task/T01`
	});
	expect(await post(intern, message('?', { task: 'T99' }))).toMatchObject(
		refusal(422, 'message.task_unknown')
	);
});

test.each([[''], ['  \n ']])('an empty message %j without files is refused', async (text) => {
	expect(await post(intern, message(text))).toMatchObject(refusal(409, 'message.empty'));
});

test.each([
	['NUL', 'а\u0000б'],
	['a broken surrogate', 'а\ud800'],
	['8001 letters', 'я'.repeat(8001)]
])('a message with %s is malformed', async (_, text) => {
	expect(await post(intern, message(text))).toMatchObject(refusal(400, 'request.malformed'));
});

test('unread counts what others said since I read; reading only moves forward, and writing reads nothing', async () => {
	const summary = async () => (await tutor.must(contract.listRooms, {})).find((room) => room.id === id);
	const read = async (seq: number) =>
		(await tutor.must(contract.markRead, { params: { id }, body: { seq } })).unread;
	const at = group.deps.now();
	await post(intern, message('раз'));
	await post(intern, message('два'));

	expect(await summary()).toMatchObject({ unread: 2, lastText: 'два', lastAt: at.toISOString() });
	expect([await read(1), await read(0), await read(99)]).toEqual([1, 1, 0]);
	await post(intern, message('три'));
	const { enrolment } = group.threads[0]!;
	expect(await unreadPrivateThreads(group.db, group.tutor.id)).toEqual([
		{
			roomId: id,
			enrolmentId: enrolment.id,
			cohortId: group.cohort.id,
			unread: 1,
			since: at,
			lastText: 'три'
		}
	]);

	await post(tutor, message('Отвечаю'));
	expect((await summary())?.unread).toBe(1);
	expect([await read(4), (await summary())?.unread]).toEqual([0, 0]);
});

test('R167 a room of others answers like a room that does not exist, on every address', async () => {
	const asked = (room: string) =>
		Promise.all([
			stranger.call(contract.getRoom, { params: { id: room } }),
			stranger.call(contract.listRoomEvents, { params: { id: room }, querystring: { after: 0 } }),
			stranger.call(contract.listMessages, { params: { id: room }, querystring: {} }),
			stranger.call(contract.postMessage, { params: { id: room }, body: message('Пустите') }),
			stranger.call(contract.markRead, { params: { id: room }, body: { seq: 1 } })
		]);

	expect(await asked(id)).toEqual(await asked(randomUUID()));
	expect(await asked(id)).toMatchObject(Array(5).fill(refusal(404, 'room.missing')));
	expect((await stranger.must(contract.listRooms, {})).map((room) => room.id)).not.toContain(id);
});
