import { startEmbedded, type EmbeddedServer } from '@stazhirovka/db/embedded';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { serveParent } from '../harness/child.ts';

let server: EmbeddedServer | undefined;
let folder = '';
process.once('SIGTERM', () => process.exit());
process.on('exit', () => {
	server?.stop();
	if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A PostgreSQL of its own with the settings of a real one, in a process of its own because to start one blocks. */
export const cluster = serveParent({
	/** Starts it, or starts it again on the same port after it was killed; answers with its address and process. */
	async start(parent: string, settings: Record<string, string | number>) {
		folder = parent;
		server = await startEmbedded({ dataDir: path.join(parent, 'postgres'), settings });
		const file = path.join(server.dataDir, 'postmaster.pid');
		return { url: server.url(), pid: Number(readFileSync(file, 'utf8').split('\n', 1)[0]) };
	},
	stop() {
		server?.stop();
		server = undefined;
	}
});
