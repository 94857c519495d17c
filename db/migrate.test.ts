import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DatabaseNewerThanCode, migrate } from './migrate.ts';
import { createTestDatabase } from './testing/index.ts';

const { db, url, drop } = await createTestDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'stazhirovka-migrations-'));

afterAll(async () => {
	rmSync(folder, { recursive: true });
	await drop();
});

type Migration = { idx: number; version: string; when: number; tag: string; breakpoints: boolean };

function writeMigrations(names: string[]): void {
	const entries = names.map((name, idx): Migration => {
		const tag = `000${idx}_${name}`;
		writeFileSync(path.join(folder, `${tag}.sql`), `create table ${name} (id uuid primary key);`);
		return { idx, version: '7', when: 4_000_000_000_000 + idx, tag, breakpoints: true };
	});
	mkdirSync(path.join(folder, 'meta'), { recursive: true });
	writeFileSync(
		path.join(folder, 'meta/_journal.json'),
		JSON.stringify({ version: '7', dialect: 'postgresql', entries })
	);
}

test('a database is migrated once, however many processes start together', async () => {
	await db.$client`truncate drizzle.__drizzle_migrations`;
	writeMigrations(['first', 'second']);

	await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);

	const recorded = await db.$client`select created_at from drizzle.__drizzle_migrations`;
	expect(recorded.length).toBe(2);
});

test('a database that newer code has migrated is refused and left alone', async () => {
	writeMigrations(['first']);

	await expect(migrate(url, folder)).rejects.toBeInstanceOf(DatabaseNewerThanCode);

	const recorded = await db.$client`select created_at from drizzle.__drizzle_migrations`;
	expect(recorded.length).toBe(2);
});
