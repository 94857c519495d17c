import { getDigestWish, setDigestWish } from '@stazhirovka/contract/answering';
import { markRead, postMessage } from '@stazhirovka/contract/chat';
import { digestRefusals, digests, outbox, rooms } from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyRooms } from '../../testing/empty-rooms.ts';
import { createWorld } from '../../testing/world.ts';
import { missedBetween } from './digest-queries.ts';
import { sendDigests } from './digest.ts';

const world = await createWorld();
afterAll(world.close);

const tutor = await world.as(world.tutor);
const intern = await world.as(world.interns[0]!);
const [thread] = await world.db
	.select({ id: rooms.id })
	.from(rooms)
	.where(eq(rooms.enrolmentId, world.enrolments[0]!.id));
const room = thread!.id;

/** The tutor has written at ten in Moscow, and it is one in the afternoon. */
beforeEach(async () => {
	world.at('2027-01-18T07:00:00Z');
	for (const table of [outbox, digests, digestRefusals]) await world.db.delete(table);
	await emptyRooms(world.db);
	await say('Посмотрите моё замечание.');
	world.at('2027-01-18T10:00:00Z');
});

function say(text: string) {
	return tutor.must(postMessage, { params: { id: room }, body: { clientId: randomUUID(), text } });
}

function send() {
	return Promise.all([1, 2, 3].map(() => sendDigests(world.deps)));
}

function letters() {
	return world.db
		.select({ to: outbox.to, text: outbox.text, headers: outbox.headers })
		.from(outbox)
		.orderBy(outbox.id);
}

test('what lay unread for two hours is told in one letter, however many processes send it', async () => {
	world.at('2027-01-18T08:59:00Z');
	await send();
	expect(await letters()).toEqual([]);
	world.at('2027-01-18T09:00:00Z');
	await send();
	await send();

	const [letter, ...more] = await letters();
	expect([letter?.to, more]).toEqual([world.interns[0]!.email, []]);
	expect(letter?.text).toContain(
		`Личный чат, Поток 1. Новых сообщений: 1\n  ${world.deps.origin}/chat/${room}`
	);
	expect(letter?.text).not.toContain('замечание');
});

test('the next letter comes the next day, and only of what is new', async () => {
	await send();
	await say('И ещё одно.');
	world.at('2027-01-18T16:00:00Z');
	await send();
	expect(await letters()).toHaveLength(1);
	const [since, now] = [new Date('2027-01-11T00:00:00Z'), world.deps.now()];
	expect(await missedBetween(world.db, { since, upTo: now, now })).toEqual([]);
	world.at('2027-01-19T06:00:00Z');
	await send();
	expect((await letters()).at(-1)?.text).toContain('Новых сообщений: 1\n');
	world.at('2027-01-20T06:00:00Z');
	await send();
	expect(await letters()).toHaveLength(2);
});

test('who has read, or muted the room, gets no letter', async () => {
	await intern.must(markRead, { params: { id: room }, body: { seq: 1 } });
	await send();
	expect(await letters()).toEqual([]);

	await say('Ещё.');
	world.at('2027-01-18T13:00:00Z');
	await world.db.execute(
		sql`alter table room_members add column if not exists muted boolean not null default false`
	);
	await world.db.execute(sql`update room_members set muted = true where person_id = ${world.interns[0]!.id}`);
	await send();
	expect(await letters()).toEqual([]);
	await world.db.execute(sql`update room_members set muted = false`);
	await send();
	expect(await letters()).toHaveLength(1);
});

test('one press on the link of a letter refuses all later ones without signing in', async () => {
	await send();
	const [letter] = await letters();
	const address = letter?.headers?.['List-Unsubscribe']?.slice(1, -1) ?? '';
	expect(letter?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
	const token = address.split('/').at(-1) ?? '';
	expect(letter?.text).toContain(`${world.deps.origin}/digest/${token}`);

	// As a mail program does it: a form, without a cookie and without an origin.
	const press = (last = token) =>
		world.app.inject({
			method: 'POST',
			url: `/api/digest-refusals/${last}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			payload: 'List-Unsubscribe=One-Click'
		});
	expect((await press('no-such-token')).statusCode).toBe(404);
	expect(await intern.must(getDigestWish, {})).toEqual({ wanted: true });
	expect([(await press()).statusCode, (await press()).statusCode]).toEqual([200, 200]);
	expect(await intern.must(getDigestWish, {})).toEqual({ wanted: false });

	await say('Ещё.');
	world.at('2027-01-19T10:00:00Z');
	await send();
	expect(await letters()).toHaveLength(1);
	await intern.must(setDigestWish, { body: { wanted: true } });
	await send();
	expect(await letters()).toHaveLength(2);
	const opened = await world.app.inject({ method: 'GET', url: new URL(address).pathname });
	expect([opened.statusCode, opened.headers.location]).toEqual([303, `${world.deps.origin}/digest/${token}`]);
});
