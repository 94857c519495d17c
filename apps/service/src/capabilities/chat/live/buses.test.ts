import * as contract from '@stazhirovka/contract/chat';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../../app.ts';
import { listen } from '../../../shell/live.ts';
import { openGroup, type Group } from '../../../testing/group.ts';
import { startNats, type NatsServer } from '../../../testing/nats-server.ts';
import type { TestPerson } from '../../../testing/person.ts';

let group: Group;
let nats: NatsServer;
beforeAll(async () => {
	[group, nats] = await Promise.all([openGroup(), startNats()]);
});
afterAll(async () => {
	await nats.kill();
	await group.close();
});

/** One more process of the service. */
async function openInstance(natsUrl?: string) {
	const live = await listen(group.db, natsUrl);
	const app = await build(
		{ ...group.deps, live },
		{ timings: { heartbeat: 60_000, silence: 60_000, poll: 200 } }
	);
	const close = async () => {
		await app.close();
		await live.close();
	};
	return { ...(await group.serve(app)), close };
}
type Instance = Awaited<ReturnType<typeof openInstance>>;

async function follow(instance: Instance, person: TestPerson, roomId: string) {
	const as = await group.as(person);
	const { epoch, seq } = await as.must(contract.getRoom, { params: { id: roomId } });
	const client = await instance.live(person);
	client.say({ t: 'follow', rooms: [{ roomId, epoch, seq }] });
	return client;
}

const sending = (roomId: string) => ({ t: 'send' as const, roomId, clientId: randomUUID(), text: 'Слышно?' });

describe.each(['PostgreSQL', 'NATS'])('two processes with a bus of %s', (bus) => {
	let one: Instance;
	let two: Instance;
	beforeAll(async () => {
		const url = bus === 'NATS' ? nats.url : undefined;
		[one, two] = await Promise.all([openInstance(url), openInstance(url)]);
	});
	afterAll(async () => {
		await Promise.all([one.close(), two.close()]);
	});
	const silence = () =>
		bus === 'NATS'
			? nats.kill()
			: group.db.$client`select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and application_name = 'stazhirovka listener'`;

	test('what is sent through one is heard through the other', async () => {
		const { intern, roomId } = group.threads[0]!;
		const [author, reader] = [await follow(one, group.tutor, roomId), await follow(two, intern, roomId)];
		author.say(sending(roomId));
		const { seq } = await author.next('ack');
		expect(await reader.next('event')).toMatchObject({ roomId, event: { seq } });
		await Promise.all([author.leave(), reader.leave()]);
	});

	test('who is there and who writes is seen through the other, until they leave', async () => {
		const { intern, roomId } = group.threads[1]!;
		const { tutor } = group;
		const reader = await follow(two, intern, roomId);
		const author = await follow(one, tutor, roomId);
		const both = [tutor.id, intern.id].toSorted();
		for (const client of [reader, author])
			await client.next('presence', ({ present }) => present.toSorted().join() === both.join());

		author.say({ t: 'typing', roomId });
		expect(await reader.next('typing')).toEqual({ t: 'typing', roomId, personId: tutor.id });
		expect(author.all('typing')).toEqual([]);
		await author.leave();
		await sleep(1_500);
		expect(reader.all('presence').at(-1)).toEqual({ t: 'presence', roomId, present: [intern.id] });
		await reader.leave();
	});

	test('whoever comes later learns who was there before', async () => {
		const { intern, roomId } = group.threads[2]!;
		const author = await follow(one, group.tutor, roomId);
		await sleep(500);
		const late = await openInstance(bus === 'NATS' ? nats.url : undefined);
		const reader = await follow(late, intern, roomId);
		await reader.next('presence', ({ present }) => present.length === 2);
		await Promise.all([author.leave(), reader.leave()]);
		await late.close();
	});

	test('somebody who does not follow a room is not heard writing in it', async () => {
		const { intern, roomId } = group.threads[3]!;
		const reader = await follow(two, intern, roomId);
		const stranger = await one.live(group.stranger);
		stranger.say({ t: 'typing', roomId });
		stranger.say({ t: 'read', roomId, seq: 0 });
		await stranger.next('refused').catch(() => undefined);
		expect(reader.all('typing')).toEqual([]);
		await Promise.all([stranger.leave(), reader.leave()]);
	});

	test('while the bus is away messages still arrive within moments, and when it is back so do hints', async () => {
		const { intern, roomId } = group.threads[4]!;
		const [author, reader] = [await follow(one, group.tutor, roomId), await follow(two, intern, roomId)];
		await silence();
		for (let n = 1; n <= 3; n += 1) {
			author.say(sending(roomId));
			await reader.events(n);
		}
		expect(reader.all('event')).toHaveLength(3);
		if (bus === 'NATS') await nats.start();

		for (const end = Date.now() + 8_000; Date.now() < end && !reader.all('typing').length; await sleep(300))
			author.say({ t: 'typing', roomId });
		expect(reader.all('typing')[0]).toEqual({ t: 'typing', roomId, personId: group.tutor.id });
		await Promise.all([author.leave(), reader.leave()]);
	});
});

test('a process does not start when the bus that it was given does not answer', async () => {
	await expect(listen(group.db, 'nats://127.0.0.1:1')).rejects.toThrow();
	const [{ count } = { count: 0 }] = await group.db.$client<{ count: number }[]>`
		select count(*)::int as count from pg_stat_activity
		where datname = current_database() and application_name = 'stazhirovka listener'`;
	expect(count).toBe(1);
});
