/** `npm start`: the whole product in one process, on one port. */
import { enableCompileCache } from 'node:module';
import { openDatabase } from './database.ts';
import { loadPages } from './pages.ts';
import { isDemonstration, ownAddress, readSettings, requireFreePort } from './settings.ts';
import { Stopping } from './stopping.ts';
import { surroundings } from './surroundings.ts';
import { report } from './trouble.ts';
import { buildWebIfStale, HANDLER } from './web-build.ts';

// The service is many small files: from the second start on they are not read as TypeScript again.
enableCompileCache();

const stopping = new Stopping();

async function start(): Promise<void> {
	const settings = readSettings();
	const { host, port, dataDir } = settings;
	await requireFreePort(settings);
	await buildWebIfStale();

	const database = await openDatabase(settings);
	stopping.add(database.close);

	Object.assign(process.env, surroundings(ownAddress(host, port)));
	const pages = await loadPages(HANDLER);
	// Only now, so that whoever set something wrong is told at once.
	const { run } = await import('@stazhirovka/service/main');
	const demonstration = isDemonstration(settings);
	const service = await run({ databaseUrl: database.url, host, port, demonstration, dataDir, pages });
	stopping.add(service.close);

	console.log(`\nСтажировка открыта: ${service.address}`);
	if (service.signIns.length) {
		console.log(
			`\nДемонстрационные участники (пароль у всех «${service.password}», на странице входа – одним нажатием):`
		);
		for (const { email, name, role } of service.signIns)
			console.log(`  ${email.padEnd(36)} ${role}, ${name}`);
	}
	console.log('\nОстановить: Ctrl+C');
}

try {
	await start();
} catch (error) {
	report(error);
	await stopping.stop();
	process.exit();
}
