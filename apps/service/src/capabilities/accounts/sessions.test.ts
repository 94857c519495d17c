import { grants, passwordResets, people, sessions, signInAttempts } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tidyAccounts } from './index.ts';
import { cookieOf, INTERNAL_KEY, openDoor, type Door } from '../../testing/door.ts';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});

afterAll(() => door.close());

test('the table holds only a hash of the token, and the hash opens nothing', async () => {
	const cookie = await door.register('hash@school.example');
	const token = cookie.split('=')[1]!;
	const rows = await door.db.select().from(sessions);
	const stored = createHash('sha256').update(token).digest('hex');

	expect(rows.some(({ id }) => id === stored)).toBe(true);
	expect(rows.some((row) => JSON.stringify(row).includes(token))).toBe(false);
	expect((await door.ask('GET', '/me', `session=${stored}`)).json().me).toBe(null);
});

test('a session slides while it is used, but never past its absolute end', async () => {
	const cookie = await door.register('slide@school.example');
	const stored = createHash('sha256').update(cookie.split('=')[1]!).digest('hex');
	const hours = (n: number) => new Date(Date.now() + n * 3_600_000);

	await door.db
		.update(sessions)
		.set({ expiresAt: hours(1), endsAt: hours(2) })
		.where(eq(sessions.id, stored));
	const renewed = await door.ask('GET', '/me', cookie);
	const [row] = await door.db.select().from(sessions).where(eq(sessions.id, stored));

	expect(renewed.headers['set-cookie']).toContain('session=');
	expect(row!.expiresAt).toEqual(row!.endsAt);
});

test('what nobody can use any more is forgotten, what counts is kept', async () => {
	const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
	const hashOf = (cookie: string) => createHash('sha256').update(cookie.split('=')[1]!).digest('hex');
	const [over, open] = [
		await door.register('over@school.example'),
		await door.register('open@school.example')
	];
	await door.db
		.update(sessions)
		.set({ expiresAt: new Date(Date.now() - 1) })
		.where(eq(sessions.id, hashOf(over)));
	const [owner] = await door.db.select().from(people).where(eq(people.email, 'open@school.example'));
	const link = { personId: owner!.id, createdAt: hours(-26) };
	await door.db.insert(passwordResets).values([
		{ ...link, id: 'old', expiresAt: hours(-25) },
		{ ...link, id: 'new', expiresAt: hours(1) }
	]);
	await door.db.insert(signInAttempts).values([
		{ subject: 'old', at: hours(-25) },
		{ subject: 'new', at: hours(-1) }
	]);

	await tidyAccounts({ db: door.db, origin: 'http://site.test', now: () => new Date() });
	const sessionIds = (await door.db.select().from(sessions)).map(({ id }) => id);
	expect([sessionIds.includes(hashOf(over)), sessionIds.includes(hashOf(open))]).toEqual([false, true]);
	expect((await door.db.select().from(passwordResets)).map(({ id }) => id)).toEqual(['new']);
	const subjects = (await door.db.select().from(signInAttempts)).map(({ subject }) => subject);
	expect(subjects.filter((subject) => ['old', 'new'].includes(subject))).toEqual(['new']);
});

test('signing in gives a new token each time; the list shows the sessions and ends them', async () => {
	const first = await door.register('list@school.example');
	const second = cookieOf(
		await door.post('/sign-in', { email: 'list@school.example', password: 'лес у дома 7' })
	);
	expect(second).not.toBe(first);

	const listed: { id: string; current: boolean }[] = (await door.ask('GET', '/sessions', second)).json();
	expect(listed.map(({ current }) => current)).toEqual([false, true]);

	const stranger = await door.register('stranger2@school.example');
	expect((await door.ask('DELETE', `/sessions/${listed[0]!.id}`, stranger)).statusCode).toBe(404);
	expect((await door.ask('DELETE', `/sessions/${listed[0]!.id}`, second)).statusCode).toBe(200);
	expect((await door.ask('GET', '/me', first)).json().me).toBe(null);
	expect((await door.ask('GET', '/me', second)).json().me).not.toBe(null);
});

test('a request with a cookie from another site, or without Origin, is refused', async () => {
	const cookie = await door.register('origin@school.example');
	const other = await door.post('/sign-out', {}, { headers: { cookie, origin: 'http://evil.test' } });
	const none = await door.app.inject({
		method: 'POST',
		url: '/api/sign-out',
		headers: { host: 'site.test', cookie }
	});
	const own = await door.app.inject({
		method: 'POST',
		url: '/api/sign-out',
		headers: { host: '127.0.0.1:3000', cookie, 'x-internal-key': INTERNAL_KEY }
	});

	expect([other.statusCode, none.statusCode, own.statusCode]).toEqual([403, 403, 200]);
	expect((await door.ask('GET', '/me', cookie)).json().me).toBe(null);
});

test('a blocked person’s sessions open nothing', async () => {
	const cookie = await door.register('blocked@school.example');
	await door.db
		.update(people)
		.set({ blockedAt: new Date() })
		.where(eq(people.email, 'blocked@school.example'));

	expect((await door.ask('GET', '/me', cookie)).json().me).toBe(null);
	expect(
		(await door.post('/sign-in', { email: 'blocked@school.example', password: 'лес у дома 7' })).statusCode
	).toBe(401);
});

test('staff sessions are shorter than interns’', async () => {
	await door.register('staff@school.example');
	const [row] = await door.db.select().from(people).where(eq(people.email, 'staff@school.example'));
	await door.db.insert(grants).values({ personId: row!.id, role: 'administrator', scopeKind: 'platform' });

	const response = await door.post('/sign-in', { email: 'staff@school.example', password: 'лес у дома 7' });
	const stored = createHash('sha256').update(cookieOf(response).split('=')[1]!).digest('hex');
	const [session] = await door.db.select().from(sessions).where(eq(sessions.id, stored));

	expect((session!.expiresAt.getTime() - session!.createdAt.getTime()) / 3_600_000).toBeCloseTo(12, 1);
	expect(response.json().me.homes).toMatchObject({ coordinator: true, tutor: false });
});
