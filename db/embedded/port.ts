import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

const FIRST = 20_000;
const LAST = 30_000;

/** A free port on 127.0.0.1, below the range (from 32768) that the system lends to outgoing connections. */
export async function freePort(): Promise<number> {
	for (let attempt = 0; attempt < 50; attempt += 1) {
		const port = randomInt(FIRST, LAST);
		if (await isFree(port)) return port;
	}
	throw new Error(`No free port between ${FIRST} and ${LAST}`);
}

/** Whether we could listen on the port of the host. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, host, () => probe.close(() => resolve(true)));
	});
}

/** Whether anything accepts connections on the port of 127.0.0.1. */
export function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = connect(port, '127.0.0.1');
		probe.once('error', () => resolve(false));
		probe.once('connect', () => {
			probe.destroy();
			resolve(true);
		});
	});
}
