import { freePort } from '@stazhirovka/db/embedded';
import { migrate } from '@stazhirovka/db/migrate';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { cluster } from '../servers/cluster.ts';
import { openChild } from './child.ts';

export type OwnDatabase = {
	url: string;
	/** A folder for the files of the service. */
	dataDir: string;
	/** The process that every backend descends from. */
	pid(): number;
	/** kill -9, as a crash of the server. */
	kill(): void;
	/** On the same port, after `kill`. */
	restart(): Promise<void>;
	close(): Promise<void>;
};

const SETTINGS = { max_connections: 200 };

/** A migrated database on a PostgreSQL of its own, durable unless the settings say otherwise. */
export async function openDatabase(settings: Record<string, string | number> = {}): Promise<OwnDatabase> {
	const folder = mkdtempSync(path.join(tmpdir(), 'stazhirovka-bench-'));
	chmodSync(folder, 0o755);
	const server = openChild<typeof cluster>(new URL('../servers/cluster.ts', import.meta.url));
	const all = { ...SETTINGS, ...settings, port: await freePort() };
	let { url, pid } = await server.ask('start', folder, all);
	await migrate(url);

	return {
		url,
		dataDir: folder,
		pid: () => pid,
		kill: () => void process.kill(pid, 'SIGKILL'),
		async restart() {
			({ url, pid } = await server.ask('start', folder, all));
		},
		async close() {
			await server.ask('stop');
			await server.end();
		}
	};
}
