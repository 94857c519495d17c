import type { Database } from '@stazhirovka/db';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { afterAll, expect, test } from 'vitest';
import { requireDurability } from './durability-store.ts';

const { db, drop } = await createTestDatabase();
afterAll(drop);

test('C1: a database that forgets is named with what makes it forget', async () => {
	// The test server is fast because it forgets: all three are off.
	await expect(requireDurability(db)).rejects.toThrow(
		/fsync = off.*full_page_writes = off.*synchronous_commit = off/
	);
});

test.each(['on', 'remote_apply', 'local'])('C1: synchronous_commit = %s is enough', async (setting) => {
	const told = [
		{ name: 'fsync', setting: 'on' },
		{ name: 'full_page_writes', setting: 'on' },
		{ name: 'synchronous_commit', setting }
	];
	await requireDurability({ execute: async () => told } as unknown as Database);
});

test('C1: one of them is enough to refuse', async () => {
	const told = [{ name: 'synchronous_commit', setting: 'off' }];
	await expect(requireDurability({ execute: async () => told } as unknown as Database)).rejects.toMatchObject(
		{
			code: 'database.forgets'
		}
	);
});
