import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { answers, freePort } from './port.ts';

export type Settings = Record<string, string | number>;

const LAUNCH_ATTEMPTS = 4;
const LOG_LIMIT_BYTES = 5_000_000;
const PORT_LINE = 3;

/**
 * The port of a server that already runs on this data folder, if one does.
 * After a kill -9 the pid file may name a zombie or a stranger, so only a connection is believed.
 */
export async function findSurvivor(cluster: Cluster): Promise<number | undefined> {
	for (let attempt = 0; attempt < 50; attempt += 1) {
		if (!isRunning(cluster)) return undefined;

		const port = recordedPort(cluster);
		if (port !== undefined && (await answers(port))) return port;
		await pause(100);
	}
	rmSync(pidFile(cluster), { force: true });
	return undefined;
}

/** Starts the server, on the port of its settings if they name one, and returns the port. Tries again when it was taken meanwhile. */
export async function launch(cluster: Cluster, settings: Settings): Promise<number> {
	const log = path.join(cluster.dataDir, 'server.log');
	if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) rmSync(log);

	for (let attempt = 0; attempt < LAUNCH_ATTEMPTS; attempt += 1) {
		const port = Number(settings.port) || (await freePort());
		const options = serverOptions({ ...settings, port });
		const args = ['start', '-w', '-t', '60', '-D', cluster.dataDir, '-l', log, '-o', options];
		if (cluster.run('pgCtl', args, 'drop').status === 0) return port;
		await pause(500 * attempt);
	}
	throw new Error(`PostgreSQL did not start: ${lastLines(log)}`);
}

/** Ends open transactions, writes everything down and stops. */
export function stop(cluster: Cluster): void {
	cluster.run('pgCtl', ['stop', '-m', 'fast', '-w', '-t', '30', '-D', cluster.dataDir], 'drop');
}

function serverOptions(settings: Settings): string {
	const all: Settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		timezone: 'UTC',
		log_timezone: 'UTC',
		...settings
	};
	return Object.entries(all)
		.map(([name, value]) => `-c ${name}=${value}`)
		.join(' ');
}

function isRunning(cluster: Cluster): boolean {
	return existsSync(pidFile(cluster)) && cluster.run('pgCtl', ['status', '-D', cluster.dataDir]).status === 0;
}

function recordedPort(cluster: Cluster): number | undefined {
	try {
		return Number(readFileSync(pidFile(cluster), 'utf8').split('\n')[PORT_LINE]) || undefined;
	} catch {
		return undefined;
	}
}

function pidFile(cluster: Cluster): string {
	return path.join(cluster.dataDir, 'postmaster.pid');
}

function lastLines(log: string): string {
	return existsSync(log)
		? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n')
		: 'no log was written';
}
