import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stazhirovka-embedded-'));
chmodSync(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(url: string, query: string): Promise<unknown> {
	const client = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		const [row] = await client.unsafe(query);
		return row;
	} finally {
		await client.end();
	}
}

test('data written before a stop is there after the next start', async () => {
	const first = await startEmbedded({ dataDir });
	await ask(first.url(), 'create table kept as select 42 as answer');
	first.stop();

	const second = await startEmbedded({ dataDir });
	expect(await ask(second.url(), 'select answer from kept')).toEqual({ answer: 42 });
	second.stop();
});

test('a second start on a running server attaches to it, and its owner stops it', async () => {
	const owner = await startEmbedded({ dataDir });
	const second = await startEmbedded({ dataDir });
	expect(second.url()).toBe(owner.url());

	owner.stop();
	await expect(ask(second.url(), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a process that only visits the server leaves it running for its owner', async () => {
	const owner = await startEmbedded({ dataDir });
	const parentOfThisProcess = process.ppid;
	writeFileSync(`${dataDir}.owner`, String(parentOfThisProcess));

	const guest = await startEmbedded({ dataDir });
	guest.stop();

	expect(await ask(owner.url(), 'select 1 as alive')).toEqual({ alive: 1 });
	owner.stop();
});

test('the server listens on 127.0.0.1 only, below the ports of outgoing connections', async () => {
	const server = await startEmbedded({ dataDir });

	const settings = await ask(
		server.url(),
		`select current_setting('listen_addresses') as addresses,
			current_setting('unix_socket_directories') as sockets,
			current_setting('port')::int < 32768 as low`
	);

	expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', low: true });
	server.stop();
});

test('a pid file that names a stranger does not keep the server from starting', async () => {
	const earlier = await startEmbedded({ dataDir });
	earlier.stop();
	const lines = [process.pid, dataDir, 1_700_000_000, 9, '', '127.0.0.1', '', 'ready'];
	writeFileSync(path.join(dataDir, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o644 });

	const server = await startEmbedded({ dataDir });
	expect(await ask(server.url(), 'select 1 as alive')).toEqual({ alive: 1 });
	server.stop();
});
