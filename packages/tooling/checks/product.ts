import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@stazhirovka/db/embedded';
import { ROOT } from '../root.ts';

const START = path.join(ROOT, 'packages/tooling/commands/start.ts');
const PATIENCE_MS = 120_000;

export type Product = {
	address: string;
	/** What it has printed so far. */
	output(): string;
	/** Asks it to stop, as Ctrl+C does, and returns its exit code. */
	stop(): Promise<number | null>;
};

/** Runs `npm start` on a free port, with its data in the given folder, until it answers. */
export async function startProduct(dataDir: string, environment: NodeJS.ProcessEnv = {}): Promise<Product> {
	const port = await freePort();
	const { DATABASE_URL: _ours, HOST: _theirs, ...inherited } = process.env;
	const child = spawn(process.execPath, [START], {
		cwd: ROOT,
		env: { ...inherited, PORT: String(port), DATA_DIR: dataDir, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});

	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	const ended = once(child, 'close') as Promise<[number | null]>;

	const stop = async () => {
		child.kill('SIGINT');
		const [code] = await ended;
		return code;
	};

	const address = `http://127.0.0.1:${port}`;
	const deadline = performance.now() + PATIENCE_MS;
	while (!(await isHealthy(address))) {
		if (child.exitCode !== null) throw new Error(`The product did not start (${child.exitCode}): ${output}`);
		if (performance.now() > deadline) {
			await stop();
			throw new Error(`The product did not answer in time: ${output}`);
		}
		await pause(100);
	}
	return { address, output: () => output, stop };
}

async function isHealthy(address: string): Promise<boolean> {
	try {
		const { ok } = await fetch(`${address}/api/health`);
		return ok;
	} catch {
		return false;
	}
}
