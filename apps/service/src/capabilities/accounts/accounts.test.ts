import { consents, grants, journal, outbox, people, sessions } from '@stazhirovka/db/schema';
import { createTestDatabase, type TestDatabase } from '@stazhirovka/db/testing';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../app.ts';
import { listen, type Live } from '../../shell/live.ts';
import { appointAdministrator } from './commands/appoint-administrator.ts';

let database: TestDatabase;
let live: Live;
let app: FastifyInstance;

beforeAll(async () => {
	database = await createTestDatabase();
	live = await listen(database.db);
	app = await build({
		db: database.db,
		now: () => new Date(),
		origin: 'http://site.test',
		filesDir: '/nowhere',
		demonstration: false,
		live,
		internalKey: 'a key that only our own pages know'
	});
});

afterAll(async () => {
	await app.close();
	await live.close();
	await database.drop();
});

const SITE = { host: 'site.test', origin: 'http://site.test' };
const PROCESSING = { kind: 'processing', version: '2026-11-01' };

type Body = Record<string, unknown>;
type Extra = { headers?: Record<string, string>; address?: string };

function post(url: string, payload: Body, { headers = {}, address = '10.0.0.1' }: Extra = {}) {
	return app.inject({
		method: 'POST',
		url: `/api${url}`,
		payload,
		headers: { ...SITE, ...headers },
		remoteAddress: address
	});
}

function ask(method: 'GET' | 'DELETE', url: string, cookie: string) {
	return app.inject({ method, url: `/api${url}`, headers: { ...SITE, cookie } });
}

const person = (email: string, change: Body = {}) => ({
	surname: 'Вереснёва',
	givenName: 'Аглая',
	patronymic: 'Тихоновна',
	email,
	password: 'лес у дома 7',
	consents: [PROCESSING],
	...change
});

async function register(email: string): Promise<string> {
	return cookieOf(await post('/sign-up', person(email)));
}

function cookieOf(response: { headers: Record<string, unknown> }): string {
	return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

test('R98 a person registers with separate consents and is signed in', async () => {
	const response = await post(
		'/sign-up',
		person('Anna@School.example', { consents: [PROCESSING, { kind: 'news', version: '2026-11-01' }] })
	);

	expect(response.statusCode).toBe(200);
	expect(response.json().me.person).toMatchObject({
		fullName: 'Вереснёва Аглая Тихоновна',
		email: 'anna@school.example'
	});
	const me = await ask('GET', '/me', cookieOf(response));
	expect(me.json().me.person.email).toBe('anna@school.example');
	const [row] = await database.db.select().from(people).where(eq(people.email, 'anna@school.example'));
	const given = await database.db.select().from(consents).where(eq(consents.personId, row!.id));
	expect(given.map(({ kind }) => kind).sort()).toEqual(['news', 'processing']);
	expect(
		await database.db.select({ kind: journal.kind }).from(journal).where(eq(journal.subjectId, row!.id))
	).toEqual([{ kind: 'person.signed_up' }]);
});

test.each([
	['no consent', { consents: [] }, 'account.consent_missing'],
	[
		'an old consent text',
		{ consents: [{ kind: 'processing', version: '2020-01-01' }] },
		'account.consent_missing'
	],
	['a short password', { password: 'кот' }, 'account.password_short'],
	['a faulty name', { surname: 'Иванова 2' }, 'account.bad_name'],
	['a faulty address', { email: 'anna' }, 'account.bad_email']
])('with %s nobody is registered', async (_, change, code) => {
	const response = await post('/sign-up', person('nobody@school.example', change));

	expect([response.statusCode, response.json().code]).toEqual([422, code]);
	expect(await database.db.select().from(people).where(eq(people.email, 'nobody@school.example'))).toEqual(
		[]
	);
});

test('of two registrations with one address, also at once, one wins', async () => {
	const answers = await Promise.all([1, 2].map(() => post('/sign-up', person('twice@school.example'))));

	expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	expect((await post('/sign-up', person('TWICE@school.example'))).json().code).toBe('account.email_taken');
});

test('the table holds only a hash of the token, and the hash opens nothing', async () => {
	const cookie = await register('hash@school.example');
	const token = cookie.split('=')[1]!;
	const rows = await database.db.select().from(sessions);
	const stored = createHash('sha256').update(token).digest('hex');

	expect(rows.some(({ id }) => id === stored)).toBe(true);
	expect(rows.some((row) => JSON.stringify(row).includes(token))).toBe(false);
	expect((await ask('GET', '/me', `session=${stored}`)).json().me).toBe(null);
});

test('a session slides while it is used, but never past its absolute end', async () => {
	const cookie = await register('slide@school.example');
	const stored = createHash('sha256').update(cookie.split('=')[1]!).digest('hex');
	const hours = (n: number) => new Date(Date.now() + n * 3_600_000);

	await database.db
		.update(sessions)
		.set({ expiresAt: hours(1), endsAt: hours(2) })
		.where(eq(sessions.id, stored));
	const renewed = await ask('GET', '/me', cookie);
	const [row] = await database.db.select().from(sessions).where(eq(sessions.id, stored));

	expect(renewed.headers['set-cookie']).toContain('session=');
	expect(row!.expiresAt).toEqual(row!.endsAt);
});

test('an unknown address and a wrong password get one answer; after five failures the account waits', async () => {
	await register('guess@school.example');
	const wrong = (email: string) =>
		post('/sign-in', { email, password: 'не тот пароль' }, { address: '10.0.0.9' });

	const [known, unknown] = [await wrong('guess@school.example'), await wrong('stranger@school.example')];
	expect([known.statusCode, known.body]).toEqual([401, unknown.body]);

	for (let n = 0; n < 4; n++) await wrong('guess@school.example');
	const right = await post('/sign-in', { email: 'guess@school.example', password: 'лес у дома 7' });
	expect([right.statusCode, right.json().code]).toEqual([429, 'account.too_many_attempts']);
});

test('signing in gives a new token each time; the list shows the sessions and ends them', async () => {
	const first = await register('list@school.example');
	const second = cookieOf(await post('/sign-in', { email: 'list@school.example', password: 'лес у дома 7' }));
	expect(second).not.toBe(first);

	const listed: { id: string; current: boolean }[] = (await ask('GET', '/sessions', second)).json();
	expect(listed.map(({ current }) => current)).toEqual([false, true]);

	const stranger = await register('stranger2@school.example');
	expect((await ask('DELETE', `/sessions/${listed[0]!.id}`, stranger)).statusCode).toBe(404);
	expect((await ask('DELETE', `/sessions/${listed[0]!.id}`, second)).statusCode).toBe(200);
	expect((await ask('GET', '/me', first)).json().me).toBe(null);
	expect((await ask('GET', '/me', second)).json().me).not.toBe(null);
});

test('a change of password by the letter ends every session, and the link works once', async () => {
	const cookie = await register('reset@school.example');
	await post('/password-resets', { email: 'reset@school.example' });
	await post('/password-resets', { email: 'nobody-at-all@school.example' });
	const letters = await database.db.select().from(outbox);
	expect(letters.map(({ to }) => to)).toEqual(['reset@school.example']);

	const token = /\/reset\/(\S+)/.exec(letters[0]!.text)![1]!;
	expect((await post(`/password-resets/${token}`, { password: 'кот' })).json().code).toBe(
		'account.password_short'
	);
	expect((await post(`/password-resets/${token}`, { password: 'новый длинный пароль' })).statusCode).toBe(
		200
	);
	expect((await post(`/password-resets/${token}`, { password: 'ещё один пароль' })).statusCode).toBe(404);
	expect((await ask('GET', '/me', cookie)).json().me).toBe(null);
	expect(
		(await post('/sign-in', { email: 'reset@school.example', password: 'новый длинный пароль' })).statusCode
	).toBe(200);
});

test('a consent is withdrawn as easily as it is given, and the row stays', async () => {
	const cookie = await register('consent@school.example');
	await post('/consents', { kind: 'news', version: '2026-11-01' }, { headers: { cookie } });
	const after = (await ask('DELETE', '/consents/news', cookie)).json();

	const news = after.find(({ kind }: { kind: string }) => kind === 'news');
	expect([news.givenAt !== null, news.withdrawnAt !== null]).toEqual([true, true]);
});

test('a request with a cookie from another site, or without Origin, is refused', async () => {
	const cookie = await register('origin@school.example');
	const other = await post('/sign-out', {}, { headers: { cookie, origin: 'http://evil.test' } });
	const none = await app.inject({
		method: 'POST',
		url: '/api/sign-out',
		headers: { host: 'site.test', cookie }
	});
	const own = await app.inject({
		method: 'POST',
		url: '/api/sign-out',
		headers: { host: '127.0.0.1:3000', cookie, 'x-internal-key': 'a key that only our own pages know' }
	});

	expect([other.statusCode, none.statusCode, own.statusCode]).toEqual([403, 403, 200]);
	expect((await ask('GET', '/me', cookie)).json().me).toBe(null);
});

test('a blocked person’s sessions open nothing', async () => {
	const cookie = await register('blocked@school.example');
	await database.db
		.update(people)
		.set({ blockedAt: new Date() })
		.where(eq(people.email, 'blocked@school.example'));

	expect((await ask('GET', '/me', cookie)).json().me).toBe(null);
	expect(
		(await post('/sign-in', { email: 'blocked@school.example', password: 'лес у дома 7' })).statusCode
	).toBe(401);
});

test('staff sessions are shorter than interns’', async () => {
	await register('staff@school.example');
	const [row] = await database.db.select().from(people).where(eq(people.email, 'staff@school.example'));
	await database.db
		.insert(grants)
		.values({ personId: row!.id, role: 'administrator', scopeKind: 'platform' });

	const response = await post('/sign-in', { email: 'staff@school.example', password: 'лес у дома 7' });
	const stored = createHash('sha256').update(cookieOf(response).split('=')[1]!).digest('hex');
	const [session] = await database.db.select().from(sessions).where(eq(sessions.id, stored));

	expect((session!.expiresAt.getTime() - session!.createdAt.getTime()) / 3_600_000).toBeCloseTo(12, 1);
	expect(response.json().me.homes).toMatchObject({ coordinator: true, tutor: false });
});

test('without the demonstration its people, its sign-in and its letters do not exist', async () => {
	const answers = await Promise.all([
		ask('GET', '/demonstration/people', ''),
		ask('GET', '/outbox', ''),
		post('/demonstration/sign-in', { personId: '0198c0de-0000-7000-8000-000000000000' })
	]);
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test('the first administrator is appointed from the terminal and signs in anew', async () => {
	const cookie = await register('first@school.example');
	const deps = { db: database.db, now: () => new Date() };

	expect(await appointAdministrator(deps, 'nobody-here@school.example')).toBe(false);
	expect(await appointAdministrator(deps, 'First@school.example')).toBe(true);
	expect(await appointAdministrator(deps, 'first@school.example')).toBe(true);
	expect((await ask('GET', '/me', cookie)).json().me).toBe(null);

	const again = await post('/sign-in', { email: 'first@school.example', password: 'лес у дома 7' });
	expect(again.json().me.homes.coordinator).toBe(true);
});
