import { afterAll, expect, test, vi } from 'vitest';
import { openListener } from './listener.ts';
import { createTestDatabase } from './testing/index.ts';

const { db, drop } = await createTestDatabase();
afterAll(drop);

const connections = async () => {
	const rows = await db.$client`select pid from pg_stat_activity
		where datname = current_database() and application_name = 'stazhirovka listener'`;
	return rows.map(({ pid }) => pid as number);
};

test('A listener hears again after each loss, and never opens a second connection', async () => {
	const heard: string[] = [];
	const lost = vi.fn();
	const found = vi.fn();
	const listener = await openListener(db, ['one', 'two'], {
		notice: (channel, payload) => heard.push(`${channel} ${payload}`),
		lost,
		found
	});

	for (let round = 1; round <= 5; round += 1) {
		const pids = await connections();
		expect(pids).toHaveLength(1);
		await db.$client`select pg_terminate_backend(${pids[0]!})`;
		await vi.waitFor(() => expect(found).toHaveBeenCalledTimes(round), 5_000);
	}
	expect(lost).toHaveBeenCalledTimes(5);

	await db.$client`select pg_notify('one', 'a'), pg_notify('two', 'b')`;
	await vi.waitFor(() => expect(heard).toEqual(['one a', 'two b']));

	await listener.close();
	await vi.waitFor(async () => expect(await connections()).toEqual([]));
	expect(lost).toHaveBeenCalledTimes(5);
});

test('A listener that cannot begin says why', async () => {
	const nothing = vi.fn();
	const nowhere = {
		$client: { options: { ...db.$client.options, database: 'absent' } }
	} as unknown as typeof db;

	await expect(
		openListener(nowhere, ['one'], { notice: nothing, lost: nothing, found: nothing })
	).rejects.toThrow('database "absent" does not exist');
});
