import { afterAll, expect, test } from 'vitest';
import { connect, disconnect, warm } from './client.ts';
import { createTestDatabase } from './testing/index.ts';

const { db, url, drop } = await createTestDatabase();
afterAll(drop);

test('a session is limited in time on the server, not only in our code', async () => {
	const [limits] = await db.$client`
		select current_setting('statement_timeout') as statement,
			current_setting('lock_timeout') as lock,
			current_setting('idle_in_transaction_session_timeout') as idle,
			current_setting('TimeZone') as zone`;

	expect(limits).toEqual({ statement: '5s', lock: '2s', idle: '10s', zone: 'UTC' });
});

test('a warmed pool has all its connections, so that the first page waits for none of them', async () => {
	const pool = connect(url, { connections: 4 });
	await warm(pool);
	const [row] = await pool.$client<{ open: number }[]>`
		select count(*)::int as open from pg_stat_activity
		where application_name = 'stazhirovka' and datname = current_database()`;
	await disconnect(pool);
	expect(row?.open).toBeGreaterThanOrEqual(4);
});

test('a server that is not there is reported within five seconds', async () => {
	const nobody = connect(url.replace(/:\d+\//, ':9/'));

	await expect(nobody.$client`select 1`).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	await disconnect(nobody);
});

test('Cyrillic is folded, compared and ordered as Russian', async () => {
	const [row] = await db.$client`
		select upper('ёжик') as upper,
			'ЁЛКА' ilike 'ёл%' as folded,
			(select string_agg(letter, '' order by letter) from unnest(array['ж', 'ё', 'е']) as letter) as ordered,
			(select string_agg(number, ' ' order by number) from unnest(array['№ 10', '№ 9']) as number) as numbered`;

	expect(row).toEqual({ upper: 'ЁЖИК', folded: true, ordered: 'еёж', numbered: '№ 9 № 10' });
});
