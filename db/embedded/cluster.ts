import { spawnSync, type StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import { mayEnter, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { serverEnvironment } from './env.ts';
import { privateFolder } from './private-folder.ts';

/** A data folder that `initdb` has filled, and the way to run programs on it. */
export type Cluster = {
	dataDir: string;
	password: string;
	run(
		program: 'initdb' | 'pgCtl',
		args: string[],
		output?: 'read' | 'drop'
	): { status: number | null; errors: string };
};

/**
 * ICU with ru-RU sorts ё between е and ж, and by `kn` the school № 9 before the school № 10; the C.UTF-8 beside it
 * keeps upper(), ILIKE and pg_trgm working for Cyrillic. The other two are for systems without C.UTF-8 (macOS, old distributions).
 */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Returns the cluster in `dataDir`, creating it with a random password when there is none. */
export function prepareCluster(binaries: Binaries, account: Account, wanted: string): Cluster {
	const dataDir = reachableFolder(account, path.resolve(wanted));
	const run = runner(binaries, account);
	const secret = `${dataDir}.secret`;

	if (!existsSync(path.join(dataDir, 'PG_VERSION'))) {
		writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
		lend(account, secret);
		initialise(run, account, dataDir, secret);
	}
	return { dataDir, password: readFileSync(secret, 'utf8').trim(), run };
}

function reachableFolder(account: Account, wanted: string): string {
	const parent = path.dirname(wanted);
	mkdirSync(parent, { recursive: true });
	return mayEnter(account, parent) ? wanted : path.join(privateFolder(wanted), 'data');
}

function lend({ uid, gid }: Account, file: string): void {
	if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

function runner({ folder, ...programs }: Binaries, account: Account): Cluster['run'] {
	const env = serverEnvironment();

	return (program, args, output = 'read') => {
		// A server started with our pipes open would keep them open, and us waiting.
		const stdio: StdioOptions = output === 'read' ? ['ignore', 'ignore', 'pipe'] : 'ignore';
		const done = spawnSync(programs[program], args, {
			...account,
			env,
			cwd: folder,
			stdio,
			encoding: 'utf8'
		});
		if (done.error) throw done.error;
		return { status: done.status, errors: done.stderr ?? '' };
	};
}

/** Works in a folder aside, so that a creation cut short leaves nothing that looks like a database. */
function initialise(run: Cluster['run'], account: Account, dataDir: string, secret: string): void {
	const unfinished = `${dataDir}.new`;
	let errors = '';

	for (const locale of LOCALES) {
		rmSync(unfinished, { recursive: true, force: true });
		mkdirSync(unfinished, { mode: 0o700 });
		lend(account, unfinished);

		const done = run('initdb', [
			...['--pgdata', unfinished, '--username', 'app', '--auth', 'scram-sha-256', '--pwfile', secret],
			...['--encoding', 'UTF8', '--locale-provider', 'icu', '--icu-locale', 'ru-RU-u-kn-true'],
			...['--locale', locale, '--lc-messages', 'C', '--no-instructions']
		]);
		if (done.status === 0) {
			if (existsSync(dataDir)) rmdirSync(dataDir);
			renameSync(unfinished, dataDir);
			return;
		}
		errors = done.errors;
	}
	throw new Error(`initdb failed: ${errors.trim()}`);
}
