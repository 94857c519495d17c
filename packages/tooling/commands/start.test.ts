import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@stazhirovka/db/embedded';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startProduct } from '../checks/product.ts';
import { ROOT } from '../root.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stazhirovka-start-'));
chmodSync(folder, 0o755);
const dataDir = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command until it gives up, and returns what it said. */
async function failToStart(environment: NodeJS.ProcessEnv): Promise<{ code: number | null; errors: string }> {
	const { DATABASE_URL: _ours, ...inherited } = process.env;
	const child = spawn(process.execPath, [path.join(ROOT, 'packages/tooling/commands/start.ts')], {
		env: { ...inherited, PORT: '29999', DATA_DIR: dataDir, ...environment },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, errors: errors.trim() };
}

async function withDatabase(work: (client: postgres.Sql) => Promise<unknown>): Promise<void> {
	const server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
	const client = postgres(server.url(), { max: 1, onnotice: () => undefined });
	await work(client);
	await client.end();
	server.stop();
}

test('Ctrl+C stops everything with code 0, and the next start has the data', async () => {
	const first = await startProduct(dataDir);
	// The port answers a moment before the address is printed.
	await expect.poll(() => first.output(), { timeout: 10_000 }).toContain(first.address);
	expect(await first.stop()).toBe(0);
	await expect(fetch(first.address)).rejects.toThrow();

	await withDatabase((client) => client`create table kept as select 42 as answer`);

	const second = await startProduct(dataDir);
	expect(await second.stop()).toBe(0);
	await withDatabase(async (client) => {
		expect(await client`select answer from kept`).toEqual([{ answer: 42 }]);
	});
});

test('a database newer than the code is refused in one sentence', async () => {
	await withDatabase(
		(client) => client`
			insert into drizzle.__drizzle_migrations (hash, created_at) values ('tomorrow', 9999999999999)`
	);

	expect(await failToStart({})).toEqual({
		code: 1,
		errors: 'База данных новее программы: обновите программу или укажите другую базу данных.'
	});
});

test('a taken port is refused in one sentence', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;

	expect(await failToStart({ PORT: String(port) })).toEqual({
		code: 1,
		errors: `Адрес 127.0.0.1:${port} занят или недоступен: освободите его или задайте другой порт, например PORT=${port + 1}.`
	});
	other.close();
});

test('a data folder that cannot be written is refused in one sentence', async () => {
	const file = path.join(folder, 'file');
	writeFileSync(file, '');

	expect(await failToStart({ DATA_DIR: path.join(file, 'data') })).toEqual({
		code: 1,
		errors: `В папку ${file}/data нельзя писать: исправьте права или задайте другую папку в DATA_DIR.`
	});
});

test('a database that does not answer is refused in one sentence', async () => {
	expect(await failToStart({ DATABASE_URL: 'postgres://app:secret@127.0.0.1:9/app' })).toEqual({
		code: 1,
		errors:
			'База данных 127.0.0.1:9 не отвечает: проверьте, что она запущена и что адрес в DATABASE_URL верен.'
	});
});

test.each([
	[{ PORT: 'три' }, 'PORT должен быть числом от 1 до 65535, а задан «три».'],
	[{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL должен иметь вид postgres://имя:пароль@узел:порт/база.']
])('a setting that cannot be meant is refused in one sentence: %o', async (environment, errors) => {
	expect(await failToStart(environment)).toEqual({ code: 1, errors });
});
