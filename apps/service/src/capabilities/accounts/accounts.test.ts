import { consents, journal, outbox, people, signInAttempts } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, newcomer, PROCESSING, openDoor, type Door } from '../../testing/door.ts';
import { appointAdministrator } from './commands/appoint-administrator.ts';

let door: Door;

beforeAll(async () => {
	door = await openDoor();
});

afterAll(() => door.close());

test('R98 a person registers with separate consents and is signed in', async () => {
	const response = await door.post(
		'/sign-up',
		newcomer('Anna@School.example', { consents: [PROCESSING, { kind: 'news', version: '2026-11-01' }] })
	);

	expect(response.statusCode).toBe(200);
	expect(response.json().me.person).toMatchObject({
		fullName: 'Вереснёва Аглая Тихоновна',
		email: 'anna@school.example'
	});
	const me = await door.ask('GET', '/me', cookieOf(response));
	expect(me.json().me.person.email).toBe('anna@school.example');
	const [row] = await door.db.select().from(people).where(eq(people.email, 'anna@school.example'));
	const given = await door.db.select().from(consents).where(eq(consents.personId, row!.id));
	expect(given.map(({ kind }) => kind).sort()).toEqual(['news', 'processing']);
	expect(
		await door.db.select({ kind: journal.kind }).from(journal).where(eq(journal.subjectId, row!.id))
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
	const response = await door.post('/sign-up', newcomer('nobody@school.example', change));

	expect([response.statusCode, response.json().code]).toEqual([422, code]);
	expect(await door.db.select().from(people).where(eq(people.email, 'nobody@school.example'))).toEqual([]);
});

test('of two registrations with one address, also at once, one wins', async () => {
	const answers = await Promise.all(
		[1, 2].map(() => door.post('/sign-up', newcomer('twice@school.example')))
	);

	expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	expect((await door.post('/sign-up', newcomer('TWICE@school.example'))).json().code).toBe(
		'account.email_taken'
	);
});

test('an unknown address and a wrong password get one answer; after five failures the account waits', async () => {
	await door.register('guess@school.example');
	const wrong = (email: string) =>
		door.post('/sign-in', { email, password: 'не тот пароль' }, { address: '10.0.0.9' });

	const [known, unknown] = [await wrong('guess@school.example'), await wrong('stranger@school.example')];
	expect([known.statusCode, known.body]).toEqual([401, unknown.body]);

	for (let n = 0; n < 4; n++) await wrong('guess@school.example');
	const right = await door.post('/sign-in', { email: 'guess@school.example', password: 'лес у дома 7' });
	expect([right.statusCode, right.json().code]).toEqual([429, 'account.too_many_attempts']);
});

test('of guesses sent all at once no more are judged than of guesses in a row', async () => {
	await door.register('burst@school.example');
	const guess = () => door.post('/sign-in', { email: 'burst@school.example', password: 'не тот пароль' });
	const statuses = (await Promise.all(Array.from({ length: 20 }, guess))).map(({ statusCode }) => statusCode);

	expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
	expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
});

test('a change of password by the letter ends every session, and the link works once', async () => {
	const cookie = await door.register('reset@school.example');
	await door.post('/password-resets', { email: 'reset@school.example' });
	await door.post('/password-resets', { email: 'nobody-at-all@school.example' });
	const letters = await door.db.select().from(outbox);
	expect(letters.map(({ to }) => to)).toEqual(['reset@school.example']);

	const token = /\/reset\/(\S+)/.exec(letters[0]!.text)![1]!;
	expect((await door.post(`/password-resets/${token}`, { password: 'кот' })).json().code).toBe(
		'account.password_short'
	);
	expect(
		(await door.post(`/password-resets/${token}`, { password: 'новый длинный пароль' })).statusCode
	).toBe(200);
	expect((await door.post(`/password-resets/${token}`, { password: 'ещё один пароль' })).statusCode).toBe(
		404
	);
	expect((await door.ask('GET', '/me', cookie)).json().me).toBe(null);
	expect(
		(await door.post('/sign-in', { email: 'reset@school.example', password: 'новый длинный пароль' }))
			.statusCode
	).toBe(200);
});

test('a consent is withdrawn as easily as it is given, and the row stays', async () => {
	const cookie = await door.register('consent@school.example');
	await door.post('/consents', { kind: 'news', version: '2026-11-01' }, { headers: { cookie } });
	const after = (await door.ask('DELETE', '/consents/news', cookie)).json();

	const news = after.find(({ kind }: { kind: string }) => kind === 'news');
	expect([news.givenAt !== null, news.withdrawnAt !== null]).toEqual([true, true]);
});

test('without the demonstration its people, its sign-in and its letters do not exist', async () => {
	const answers = await Promise.all([
		door.ask('GET', '/demonstration/people', ''),
		door.ask('GET', '/outbox', ''),
		door.post('/demonstration/sign-in', { personId: '0198c0de-0000-7000-8000-000000000000' })
	]);
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test('the first administrator is appointed from the terminal and signs in anew', async () => {
	const cookie = await door.register('first@school.example');
	const deps = { db: door.db, now: () => new Date() };

	expect(await appointAdministrator(deps, 'nobody-here@school.example')).toBe(false);
	expect(await appointAdministrator(deps, 'First@school.example')).toBe(true);
	expect(await appointAdministrator(deps, 'first@school.example')).toBe(true);
	expect((await door.ask('GET', '/me', cookie)).json().me).toBe(null);

	const again = await door.post('/sign-in', { email: 'first@school.example', password: 'лес у дома 7' });
	expect(again.json().me.homes.coordinator).toBe(true);
});

test('from one address sixty people register in an hour, and the next waits', async () => {
	const address = '10.9.9.9';
	const at = new Date();
	await door.db
		.insert(signInAttempts)
		.values(Array.from({ length: 59 }, () => ({ subject: `sign-up:${address}`, at })));

	const statuses = [];
	for (const email of ['sixtieth@school.example', 'next@school.example']) {
		statuses.push((await door.post('/sign-up', newcomer(email), { address })).statusCode);
	}
	expect(statuses).toEqual([200, 429]);
});
