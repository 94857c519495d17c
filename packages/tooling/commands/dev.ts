/** `npm run dev`: pages from vite, the service restarted on every change, both on the embedded database. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '@stazhirovka/db/embedded';
import { ROOT } from '../root.ts';
import { openDatabase } from './database.ts';
import { program } from './programs.ts';
import { isDemonstration, ownAddress, readSettings, requireFreePort } from './settings.ts';
import { Stopping } from './stopping.ts';
import { surroundings } from './surroundings.ts';
import { report } from './trouble.ts';
import { pack } from './watched-options.ts';

const stopping = new Stopping();

function launch(args: string[], cwd: string, environment: NodeJS.ProcessEnv = {}): ChildProcess {
	const child = spawn(process.execPath, args, {
		cwd,
		env: { ...process.env, ...environment },
		stdio: 'inherit'
	});
	stopping.add(async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill('SIGTERM');
		await once(child, 'exit');
	});
	return child;
}

async function dev(): Promise<void> {
	const settings = readSettings();
	const { host, port, dataDir } = settings;
	await requireFreePort(settings);

	const database = await openDatabase(settings);
	stopping.add(database.close);

	const servicePort = await freePort();
	const shared = surroundings(ownAddress('127.0.0.1', servicePort));
	const options = pack({
		databaseUrl: database.url,
		host: '127.0.0.1',
		port: servicePort,
		demonstration: isDemonstration(settings),
		dataDir
	});
	const watched = path.join(import.meta.dirname, 'watched-service.ts');
	launch(['--watch', '--watch-preserve-output', watched], ROOT, { ...shared, ...options });

	const vite = launch(
		[program('vite'), 'dev', '--host', host, '--port', String(port), '--strictPort'],
		path.join(ROOT, 'apps/web'),
		shared
	);
	vite.once('exit', () => {
		if (!stopping.begun) void stopping.stop().then(() => process.exit(1));
	});
}

try {
	await dev();
} catch (error) {
	report(error);
	await stopping.stop();
	process.exit();
}
