import { Agent, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { build } from '../app.ts';
import { createWorld } from '../testing/world.ts';
import { onePort } from './one-port.ts';

const world = await createWorld();
afterAll(world.close);

/** The header by which a server tells how long it keeps a connection that waits. */
function keptFor(port: number, path: string, agent: Agent): Promise<string> {
	return new Promise((resolve, reject) => {
		get({ port, path, agent }, (response: IncomingMessage) => {
			response.resume().on('end', () => resolve(String(response.headers['keep-alive'])));
		}).on('error', reject);
	});
}

test.each([
	['with pages beside it', onePort((_, response) => response.end('page'), 'http:')],
	['alone', undefined]
])('a connection outlives the minute of proxies and browsers, and headers outlive it: %s', async (_, own) => {
	const app = await build(world.deps, own ? { serverFactory: own } : {});
	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	const agent = new Agent({ keepAlive: true });

	expect(await keptFor(port, '/api/health', agent)).toBe('timeout=75');
	if (own) expect(await keptFor(port, '/', agent)).toBe('timeout=75');
	const { keepAliveTimeout, headersTimeout, requestTimeout } = app.server;
	expect([keepAliveTimeout, headersTimeout, requestTimeout]).toEqual([75_000, 80_000, 300_000]);

	// A connection that waits keeps nobody from stopping.
	const at = performance.now();
	await app.close();
	expect(performance.now() - at).toBeLessThan(3000);
	agent.destroy();
});
