import { connect, disconnect } from '@stazhirovka/db';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { expect, test } from 'vitest';
import { makeRoomsReady } from './readiness.ts';

test('C5: before anybody comes back, every connection has read and planned what they will ask', async () => {
	const { url, drop } = await createTestDatabase();
	const pool = connect(url, { connections: 3 });
	await makeRoomsReady(pool);

	const each = await Promise.all(Array.from({ length: 3 }, () => pool.$client.reserve()));
	for (const connection of each) {
		const known = await connection<{ known: number }[]>`
			select count(*)::int as known from pg_prepared_statements
			where statement ~ 'last_seq|room_events' and statement !~ 'pg_prepared_statements'`;
		expect(known).toEqual([{ known: 3 }]);
		connection.release();
	}
	await disconnect(pool);
	await drop();
});
