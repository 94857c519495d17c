import * as accounts from '@stazhirovka/contract/accounts';
import * as contract from '@stazhirovka/contract/chat';
import { grants, people } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announcePeople } from '../../../shell/live.ts';
import { openGroup, type Group } from '../../../testing/group.ts';
import type { LiveClient } from '../../../testing/live-client.ts';
import { makePerson, type TestPerson } from '../../../testing/person.ts';
import { leaderOf } from '../../../testing/world.ts';
import { addMember, removeMember } from '../index.ts';
import { post } from '../post.ts';

const A_SECOND = 1_000;

let group: Group;

beforeAll(async () => {
	group = await openGroup();
});
afterAll(() => group.close());

async function say(person: TestPerson, roomId: string, text: string) {
	const as = await group.as(person);
	return as.must(contract.postMessage, { params: { id: roomId }, body: { clientId: randomUUID(), text } });
}

async function follow(client: LiveClient, person: TestPerson, id: string) {
	const { epoch, seq } = await (await group.as(person)).must(contract.getRoom, { params: { id } });
	client.say({ t: 'follow', rooms: [{ roomId: id, epoch, seq }] });
	const before = client.all('event').length;
	await say(person, id, 'Я здесь');
	await client.events(before + 1);
}

/** How long it took, in milliseconds. */
async function timed(work: Promise<unknown>): Promise<number> {
	const from = performance.now();
	await work;
	return performance.now() - from;
}

test('C9: who leaves a room hears of it within a second, and of nothing said after; coming back goes on', async () => {
	const { db, groupRoomId, tutor } = group;
	const guest = await makePerson(db);
	await db.transaction((tx) => addMember(tx, groupRoomId, guest.id));
	const client = await group.live(guest);
	await follow(client, guest, groupRoomId);

	const took = timed(client.next('revoked'));
	await db.transaction((tx) => removeMember(tx, groupRoomId, guest.id));
	for (let n = 0; n < 5; n += 1) await say(tutor, groupRoomId, 'Уже без вас');
	expect(await took).toBeLessThan(A_SECOND);
	expect(client.all('revoked')).toEqual([{ t: 'revoked', roomId: groupRoomId }]);
	client.say({
		t: 'send',
		roomId: groupRoomId,
		clientId: randomUUID(),
		text: 'Я ещё тут',
		fileIds: [],
		task: null
	});
	expect(await client.next('nack')).toMatchObject({ code: 'room.missing' });
	expect(client.all('event')).toHaveLength(1);

	await db.transaction((tx) => addMember(tx, groupRoomId, guest.id));
	await follow(client, guest, groupRoomId);
	expect(client.all('event')).toHaveLength(2);
	await client.leave();
});

test('C9: a message posted in the breath after the removal does not reach the one who was removed', async () => {
	const { db, groupRoomId, tutor } = group;
	const by = { personId: tutor.id, at: group.deps.now() };
	for (let round = 0; round < 5; round += 1) {
		const guest = await makePerson(db);
		await db.transaction((tx) => addMember(tx, groupRoomId, guest.id));
		const client = await group.live(guest);
		await follow(client, guest, groupRoomId);

		await db.transaction(async (tx) => {
			await removeMember(tx, groupRoomId, guest.id);
			const nothing = { files: [], subject: null, card: null, replyTo: null, mentions: [] };
			const words = { ...nothing, text: 'Не для вас' };
			await post(tx, by, { roomId: groupRoomId, clientId: randomUUID(), words });
		});
		await client.next('revoked');
		await sleep(50);
		expect(client.all('event').map(({ event }) => 'text' in event && event.text)).toEqual(['Я здесь']);
		await client.leave();
	}
});

test.each([
	[
		'ends the session on another device',
		async (person: TestPerson) => {
			await (await group.as(person)).must(accounts.endOtherSessions, {});
		}
	],
	[
		'is blocked',
		async ({ id }: TestPerson) => {
			await group.db.transaction(async (tx) => {
				await tx.update(people).set({ blockedAt: group.deps.now() }).where(eq(people.id, id));
				await announcePeople(tx, [id]);
			});
		}
	]
])('C9: the socket of somebody who %s is closed within a second', async (_, act) => {
	const guest = await makePerson(group.db);
	const client = await group.live(guest);
	const closed = client.closed;

	await act(guest);
	expect(await timed(closed)).toBeLessThan(A_SECOND);
	expect(await closed).toBe(4401);
});

test('C9: signing out closes the socket of that session alone', async () => {
	const person = group.interns[4]!;
	const [mine, other] = [await group.cookie(person), await group.cookie(person)];
	const [leaving, staying] = [group.socket({ cookie: mine }), group.socket({ cookie: other })];
	await Promise.all([leaving.opened(), staying.opened()]);

	const headers = { cookie: mine, host: new URL(group.deps.origin).host, origin: group.deps.origin };
	await group.app.inject({ method: 'POST', url: '/api/sign-out', headers });
	expect(await leaving.closed).toBe(4401);
	await sleep(50);
	expect(staying.socket.readyState).toBe(staying.socket.OPEN);
	await staying.leave();
});

test('C9: a leader whose grant is taken away hears no more of the cohort', async () => {
	const { db, cohort, site, interns } = group;
	const leader = await makePerson(db, {}, [leaderOf(site.id)]);
	const client = await group.live(leader);
	client.say({ t: 'watch', cohorts: [cohort.id] });
	await progress(client, 1);

	await db.transaction(async (tx) => {
		await tx.delete(grants).where(eq(grants.personId, leader.id));
		await announcePeople(tx, [leader.id]);
	});
	await sleep(700);
	const before = client.all('progress').length;
	await announceProgress();
	await sleep(700);
	expect(client.all('progress')).toHaveLength(before);

	client.say({ t: 'watch', cohorts: [cohort.id] });
	expect(await client.next('refused')).toEqual({ t: 'refused', code: 'cohort.missing' });
	const intern = await group.live(interns[0]!);
	intern.say({ t: 'watch', cohorts: [cohort.id] });
	expect(await intern.next('refused')).toEqual({ t: 'refused', code: 'cohort.missing' });
	await Promise.all([client.leave(), intern.leave()]);
});

test('however much happens in a cohort, those who watch it get at most one frame in half a second', async () => {
	const client = await group.live(group.tutor);
	client.say({ t: 'watch', cohorts: [group.cohort.id] });
	await progress(client, 1);

	const before = client.all('progress').length;
	for (const end = performance.now() + 1_500; performance.now() < end;) await announceProgress();
	await sleep(600);
	const told = client.all('progress').length - before;
	expect([told >= 2, told <= 5]).toEqual([true, true]);
	await client.leave();
});

async function announceProgress() {
	await group.db.$client`select pg_notify('stazhirovka_progress', ${group.cohort.id})`;
}

/** Until the watching has begun, news goes unheard. */
async function progress(client: LiveClient, count: number) {
	while (client.all('progress').length < count) {
		await announceProgress();
		await sleep(20);
	}
}
