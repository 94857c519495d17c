import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OwnDatabase } from './database.ts';

const START = path.resolve(import.meta.dirname, '../../tooling/commands/start.ts');
const PATIENCE_MS = 240_000;

export type Product = { address: string; close(): Promise<void> };

/** The whole product as `npm start` makes it, pages and all (built when they are stale), on a database of ours. */
export async function openProduct({ url, dataDir }: OwnDatabase, port: number): Promise<Product> {
	const address = `http://127.0.0.1:${port}`;
	const env = {
		...process.env,
		DATABASE_URL: url,
		PORT: String(port),
		DATA_DIR: dataDir,
		LOG_LEVEL: 'silent'
	};
	const child = spawn(process.execPath, [START], { env, stdio: 'ignore' });
	process.once('exit', () => child.kill('SIGTERM'));

	const answers = () =>
		fetch(`${address}/api/health`).then(
			({ ok }) => ok,
			() => false
		);
	for (const end = performance.now() + PATIENCE_MS; !(await answers()); await pause(200)) {
		if (child.exitCode !== null) throw new Error(`The product ended (${child.exitCode}).`);
		if (performance.now() > end) throw new Error('The product does not answer.');
	}
	return {
		address,
		async close() {
			child.kill('SIGINT');
			await once(child, 'exit');
		}
	};
}
