import { freePort } from '@stazhirovka/db/embedded';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Debian puts it where only root looks. */
const DEBIAN = '/usr/sbin/nats-server';
const PROGRAM = existsSync(DEBIAN) ? DEBIAN : 'nats-server';
const PATIENCE_MILLISECONDS = 5_000;

export type NatsServer = { url: string; start(): Promise<void>; kill(): Promise<void> };

/** A NATS server of its own on a free port; `kill` ends it at once, `start` puts another one in its place. */
export async function startNats(): Promise<NatsServer> {
	const port = await freePort();
	let server: ChildProcess;

	async function start() {
		server = spawn(PROGRAM, ['-a', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
		const missing = once(server, 'error').then(() => {
			throw new Error('nats-server is not installed: apt-get install nats-server');
		});
		await Promise.race([answering(port), missing]);
	}
	async function kill() {
		if (server.exitCode !== null || server.signalCode !== null) return;
		server.kill('SIGKILL');
		await once(server, 'exit');
	}
	await start();
	process.on('exit', () => server.kill('SIGKILL'));
	return { url: `nats://127.0.0.1:${port}`, start, kill };
}

async function answering(port: number): Promise<void> {
	for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await sleep(20)) {
		const answers = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => resolve(true));
			socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
		});
		if (answers) return;
	}
	throw new Error(`nats-server does not answer on ${port}`);
}
