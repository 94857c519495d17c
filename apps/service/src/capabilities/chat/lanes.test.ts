import { roomMessages } from '@stazhirovka/db/schema';
import { asc, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openGroup, type Group } from '../../testing/group.ts';
import { post, type Words } from './post.ts';

let group: Group;

beforeAll(async () => {
	group = await openGroup();
});
afterAll(() => group.close());
afterEach(() => vi.restoreAllMocks());

const words = (text: string): Words => ({
	...{ files: [], subject: null, card: null, replyTo: null, mentions: [] },
	text
});
const author = (n: number) => ({ personId: group.interns[n]!.id, at: group.deps.now() });

function send(room: number, text: string, clientId: string = randomUUID(), person = room) {
	const { roomId } = group.threads[room]!;
	return post(group.db, author(person), { roomId, clientId, words: words(text) });
}

function answer(room: number, replyTo: number, text: string) {
	const { roomId } = group.threads[room]!;
	return post(group.db, author(room), { roomId, clientId: randomUUID(), words: { ...words(text), replyTo } });
}

/** The work is done while another connection holds the rooms. */
function whileHeld(ids: unknown, work: () => Promise<void>): Promise<void> {
	return group.db.transaction(async (tx) => {
		await tx.execute(sql`select 1 from rooms where id = ${ids} for update`);
		await work();
	});
}

async function stored(room: number) {
	const { roomId } = group.threads[room]!;
	const rows = await group.db
		.select({ seq: roomMessages.seq, text: roomMessages.text })
		.from(roomMessages)
		.where(eq(roomMessages.roomId, roomId))
		.orderBy(asc(roomMessages.seq));
	return rows;
}

test('C1, C4: what comes while a statement is on its way goes with the next one, in the order of coming', async () => {
	const statements = vi.spyOn(group.db.$client, 'unsafe');
	const places = await Promise.all(Array.from({ length: 100 }, (_, n) => send(0, `№ ${n}`)));

	expect(places).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
	expect((await stored(0)).map(({ text }) => text)).toEqual(Array.from({ length: 100 }, (_, n) => `№ ${n}`));
	expect(statements.mock.calls.length).toBeLessThanOrEqual(3);
});

test('C2, C3: in one batch, too, the same id is stored once, and with another text it is refused', async () => {
	const clientId = randomUUID();
	const answers = await Promise.allSettled([
		send(1, 'раз', clientId),
		send(1, 'раз', clientId),
		send(1, 'два', clientId),
		send(1, 'три')
	]);

	expect(
		answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason.message))
	).toEqual([1, 1, 'message.key_reused', 2]);
	expect((await stored(1)).map(({ text }) => text)).toEqual(['раз', 'три']);
});

test('a message that cannot be stored does not fail its neighbours', async () => {
	const good = [send(2, 'до'), send(2, 'во время')];
	const bad = [send(2, 'не\u0000хорошо'), send(2, 'чужой', randomUUID(), 5)];
	const late = [send(2, 'после'), send(3, 'рядом')];

	expect((await Promise.allSettled(bad)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	await expect(bad[1]).rejects.toThrow('room.missing');
	expect(await Promise.all([...good, ...late])).toEqual([1, 2, 3, 1]);
	expect((await stored(2)).map(({ text }) => text)).toEqual(['до', 'во время', 'после']);
});

test('C4: several processes with batches of the same rooms leave no hole and lock nobody out', async () => {
	const rooms = [4, 5];
	const pools = await Promise.all([group.db, group.db].map(async () => ({ ...group.db })));
	const sends = pools.flatMap((pool, process) =>
		Array.from({ length: 60 }, (_, n) => {
			const room = rooms[n % 2]!;
			const { roomId } = group.threads[room]!;
			const db = Object.setPrototypeOf(pool, Object.getPrototypeOf(group.db)) as typeof group.db;
			return post(db, author(room), { roomId, clientId: randomUUID(), words: words(`${process}.${n}`) });
		})
	);
	await Promise.all(sends);

	for (const room of rooms) {
		expect((await stored(room)).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
	}
	const [left] = await group.db.execute(sql`select count(*)::int as waiting from pg_locks where not granted`);
	expect(left).toEqual({ waiting: 0 });
});

test('C1: what comes in one turn of the event loop goes by one statement, whatever rooms it is for', async () => {
	const statements = vi.spyOn(group.db.$client, 'unsafe');
	await Promise.all([send(0, 'раз'), send(1, 'два'), send(3, 'три')]);
	expect(statements).toHaveBeenCalledTimes(1);
});

test('C1: a room that somebody holds keeps only itself waiting', async () => {
	const answered: string[] = [];
	let waiting: Promise<unknown> | undefined;
	await whileHeld(group.threads[0]!.roomId, async () => {
		waiting = send(0, 'за замком').then(() => answered.push('за замком'));
		await new Promise(setImmediate);
		await send(3, 'рядом').then(() => answered.push('рядом'));
		expect(answered).toEqual(['рядом']);
	});
	await waiting;
	expect(answered).toEqual(['рядом', 'за замком']);
});

test('C1: of what comes in one turn, a room that somebody holds keeps only itself waiting', async () => {
	const ids = Array.from({ length: 3 }, () => randomUUID());
	const sayAll = () => Promise.all(ids.map((id, n) => send(2, `за замком ${n}`, id)));
	const before = await stored(2);
	const answered: string[] = [];
	let waiting: Promise<number[]> | undefined;
	await whileHeld(group.threads[2]!.roomId, async () => {
		const began = performance.now();
		waiting = sayAll();
		void waiting.then(() => answered.push('за замком'));
		await Promise.all([send(3, 'рядом'), answer(1, 1, 'ответ рядом')]);
		await send(3, 'и ещё');
		expect(performance.now() - began).toBeLessThan(1_000);
		expect(answered).toEqual([]);
	});
	const places = ids.map((_, n) => before.length + n + 1);
	expect(await waiting).toEqual(places);
	expect(await sayAll()).toEqual(places);
	expect((await stored(2)).slice(before.length)).toEqual(
		places.map((seq, n) => ({ seq, text: `за замком ${n}` }))
	);
});

test('C1: of a room that is never released only its own messages fail', async () => {
	const before = await stored(2);
	await whileHeld(group.threads[2]!.roomId, async () => {
		const failing = Promise.allSettled([send(2, 'зря'), answer(2, 1, 'и это')]);
		await Promise.all([send(3, 'рядом'), send(1, 'и тут')]);
		for (const failed of await failing) expect(failed).toMatchObject({ reason: { code: '55P03' } });
	});
	expect(await stored(2)).toEqual(before);
	expect(await send(2, 'снова можно')).toBe(before.length + 1);
});

test('C1: more rooms are held than statements may wait, and the free one does not notice', async () => {
	const held = [0, 1, 2, 4, 5];
	let waiting: Promise<unknown> | undefined;
	await whileHeld(sql`any(${sql.param(held.map((n) => group.threads[n]!.roomId))}::uuid[])`, async () => {
		waiting = Promise.all(held.map((room) => send(room, 'за замком')));
		const began = performance.now();
		for (let n = 0; n < 10; n += 1) await send(3, 'рядом');
		expect(performance.now() - began).toBeLessThan(1_000);
	});
	await waiting;
});

test('C1: an author whose place in a room somebody holds fails nobody else', async () => {
	const { personId } = author(2);
	await group.db.transaction(async (tx) => {
		await tx.execute(sql`select 1 from room_members where person_id = ${personId} for update`);
		const answers = await Promise.allSettled([send(2, 'зря'), send(3, 'рядом')]);
		expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});
});

test('C1: what is left of a room goes before rooms whose messages came later', async () => {
	const client = group.db.$client;
	const asked = client.unsafe.bind(client);
	const departures: unknown[] = [];
	let letGo = () => {};
	const gate = new Promise<void>((resolve) => (letGo = resolve));
	vi.spyOn(client, 'unsafe').mockImplementation(((...query: Parameters<typeof asked>) => {
		const rooms = query[1]?.at(-1);
		if (!Array.isArray(rooms)) return asked(...query);
		if (departures.push(rooms) === 4) letGo();
		return [2, 3].includes(departures.length) ? gate.then(() => asked(...query)) : asked(...query);
	}) as never);
	const crowd = (room: number) => Array.from({ length: 90 }, (_, n) => send(room, `№ ${n}`));
	const twice = randomUUID();
	const sent = [send(0, 'раз', twice), send(0, 'раз', twice), ...[1, 2, 3, 4].flatMap(crowd)];
	const [first, second] = await Promise.all(sent);

	expect(second).toBe(first);
	const id = (room: number) => group.threads[room]!.roomId;
	expect(departures.slice(0, 4)).toEqual([[id(0), id(1)], [id(2)], [id(3)], [id(0), id(4)]]);
});
