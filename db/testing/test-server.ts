import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { startEmbedded, stopAbandoned } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { announceServer } from './env.ts';
import { scratchFolder } from './scratch.ts';

export type TestServer = {
	/** The connection string of one database on this server. */
	url(database?: string): string;
	/** Stops the server and deletes all its databases. */
	stop(): void;
};

/** The migrated database that every test database is copied from. */
export const TEMPLATE = 'template_stazhirovka';

const PREFIX = 'stazhirovka-test-';

/** A power cut may cost a test server everything, so it need not wait for the disk. */
const FAST = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	wal_level: 'minimal',
	max_wal_senders: 0,
	max_connections: 200,
	autovacuum: 'off'
};

/** Starts a throw-away PostgreSQL with a migrated template, and tells the tests where it is. */
export async function startTestServer(): Promise<TestServer> {
	const scratch = scratchFolder();
	sweep(scratch);
	const folder = mkdtempSync(path.join(scratch, PREFIX));
	chmodSync(folder, 0o755);

	const server = await startEmbedded({ dataDir: path.join(folder, 'postgres'), settings: FAST });
	const stop = () => {
		server.stop();
		rmSync(folder, { recursive: true, force: true });
	};

	try {
		await createTemplate(server.url);
	} catch (error) {
		stop();
		throw error;
	}
	announceServer(server.url());
	return { url: server.url, stop };
}

async function createTemplate(url: TestServer['url']): Promise<void> {
	const client = postgres(url(), { max: 1, onnotice: () => undefined });
	try {
		await client`create database ${client(TEMPLATE)}`;
		await migrate(url(TEMPLATE));
		// Nobody may connect to a template while it is being copied.
		await client`alter database ${client(TEMPLATE)} with is_template true allow_connections false`;
	} finally {
		await client.end();
	}
}

/** Removes the servers of runs that were killed before they could clean up. */
function sweep(scratch: string): void {
	for (const name of readdirSync(scratch).filter((entry) => entry.startsWith(PREFIX))) {
		const folder = path.join(scratch, name);
		const dataDir = path.join(folder, 'postgres');
		if (!existsSync(`${dataDir}.owner`) || !stopAbandoned(dataDir)) continue;
		rmSync(folder, { recursive: true, force: true });
	}
}
