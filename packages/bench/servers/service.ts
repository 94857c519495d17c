import { run, type Running } from '@stazhirovka/service/main';
import { serveParent } from '../harness/child.ts';
import { cpu, memory } from '../harness/usage.ts';

let running: Running | undefined;

/** One process of the product, without its pages. SIGTERM ends it as it ends in earnest. */
export const service = serveParent({
	async start(databaseUrl: string, port: number, dataDir: string, mayForget: boolean) {
		running = await run({ databaseUrl, port, dataDir, mayForget, host: '127.0.0.1', demonstration: false });
	},
	cpu,
	memory
});

process.once('SIGTERM', () => void stop());

async function stop() {
	await running?.close();
	process.exit();
}
