import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '..');
const START = path.join(ROOT, 'packages/tooling/commands/start.ts');
const PATIENCE_MS = 90_000;

/** A product of its own for a journey that kills it; the one of the other journeys must live. */
export class OwnProduct {
	readonly #data = mkdtempSync(path.join(tmpdir(), 'stazhirovka-killed-'));
	#child: ChildProcess | null = null;
	#port = 0;

	get address(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	/** The same address and the same data, however it ended before. */
	async start(): Promise<void> {
		this.#port ||= await freePort();
		const { DATABASE_URL: _ours, HOST: _theirs, ...inherited } = process.env;
		const env = { ...inherited, PORT: String(this.#port), DATA_DIR: this.#data };
		this.#child = spawn(process.execPath, [START], { cwd: ROOT, env, stdio: 'ignore' });

		const deadline = performance.now() + PATIENCE_MS;
		while (!(await this.#answers())) {
			if (this.#child.exitCode !== null) throw new Error(`the product ended (${this.#child.exitCode})`);
			if (performance.now() > deadline) throw new Error('the product does not answer');
			await pause(100);
		}
	}

	/** Without a word to anybody, as a power cut would; its database lives on and is found by the next start. */
	kill(): Promise<void> {
		return this.#end('SIGKILL');
	}

	/** As Ctrl+C does; nothing of it stays. */
	async stop(): Promise<void> {
		await this.#end('SIGINT');
		rmSync(this.#data, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null) return;
		const ended = once(child, 'exit');
		child.kill(signal);
		await ended;
	}

	async #answers(): Promise<boolean> {
		return fetch(`${this.address}/api/health`).then(
			({ ok }) => ok,
			() => false
		);
	}
}

/** Below the range from which a system takes ports for its own connections: a restart must find it free. */
async function freePort(): Promise<number> {
	for (let port = 24_000 + Math.floor(Math.random() * 6_000); ; port++) {
		const server = createServer();
		const taken = once(server, 'error').then(() => 0);
		server.listen(port, '127.0.0.1');
		const found = await Promise.race([taken, once(server, 'listening').then(() => portOf(server.address()))]);
		if (found === 0) continue;
		server.close();
		return found;
	}
}

function portOf(address: string | AddressInfo | null): number {
	return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
