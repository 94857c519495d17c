import { connect, disconnect, warm } from '@stazhirovka/db';
import { join } from 'node:path';
import { build } from './app.ts';
import { makeRoomsReady } from './capabilities/chat/live/readiness.ts';
import { startExpertise } from './demonstration/expertise.ts';
import {
	DEMONSTRATION_PASSWORD,
	listSignIns,
	loadDemonstration,
	type SignIn
} from './demonstration/index.ts';
import { readEnv } from './env.ts';
import { systemClock } from './shell/clock.ts';
import type { Deps } from './shell/context.ts';
import { requireDurability } from './shell/durability-store.ts';
import { listen } from './shell/live.ts';
import { onePort, type Pages } from './shell/one-port.ts';
import {
	startEntering,
	startExporting,
	startIssuing,
	startPostman,
	startReckoning,
	startReminding,
	startTidying
} from './worker.ts';

export type RunOptions = {
	databaseUrl: string;
	host: string;
	port: number;
	/** Demonstration region and one-click sign-in: only on a loopback address. */
	demonstration: boolean;
	/** Folder for uploaded files and for the keys that seal documents. */
	dataDir: string;
	/** For runs that prove that a loss is noticed: starts on a database that forgets what it acknowledged. */
	mayForget?: boolean;
	/** Answers everything that is not the API: the built web app. */
	pages?: Pages;
};

export type Running = {
	address: string;
	/** Who may sign in to the demonstration, and the password they share; empty elsewhere. */
	signIns: SignIn[];
	password: string;
	close(): Promise<void>;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts one process of the product on a migrated database; `close` lets running requests finish. */
export async function run(options: RunOptions): Promise<Running> {
	if (options.demonstration && !LOOPBACK.has(options.host)) {
		throw new Error(
			`Демонстрационные учётные записи доступны только на локальном адресе, а не на ${options.host}.`
		);
	}
	const env = readEnv();
	const local = `http://${options.host === '::1' ? '[::1]' : options.host}:${options.port}`;
	const origin = env.PUBLIC_URL?.replace(/\/$/, '') ?? local;
	const db = connect(options.databaseUrl);
	if (!options.mayForget) await requireDurability(db);
	const deps: Deps = {
		db,
		now: systemClock,
		origin,
		filesDir: join(options.dataDir, 'files'),
		keysDir: join(options.dataDir, 'keys'),
		demonstration: options.demonstration,
		live: await listen(db, env.NATS_URL),
		internalKey: env.INTERNAL_KEY ?? ''
	};
	if (options.demonstration) await loadDemonstration(deps);

	const app = await build(deps, {
		logLevel: env.LOG_LEVEL,
		trustedProxies: env.TRUSTED_PROXIES,
		serverFactory: options.pages && onePort(options.pages, new URL(origin).protocol)
	});
	const report = (error: unknown) => app.log.error(error);
	const postman = startPostman(deps, env);
	const tidying = startTidying(deps, report);
	const reminding = startReminding(deps, report);
	const issuing = startIssuing(deps, options.databaseUrl, report);
	const reckoning = startReckoning(deps, report);
	const entering = startEntering(deps, report);
	const exporting = startExporting(deps, report);
	await warm(db);
	await makeRoomsReady(db);
	await app.listen({ host: options.host, port: options.port });
	const staging = options.demonstration ? startExpertise(deps, DEMONSTRATION_PASSWORD, report) : undefined;

	return {
		address: local,
		signIns: options.demonstration ? await listSignIns(db) : [],
		password: options.demonstration ? DEMONSTRATION_PASSWORD : '',
		async close() {
			await app.close();
			await postman.stop();
			await tidying.stop();
			await reminding.stop();
			await issuing.stop();
			await staging?.stop();
			await reckoning.stop();
			await entering.stop();
			await exporting.stop();
			await deps.live.close();
			await disconnect(db);
		}
	};
}
