import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';
import { program } from './programs.ts';
import { Trouble } from './trouble.ts';

export const HANDLER = path.join(ROOT, 'apps/web/build/handler.js');

const SOURCES = [
	'apps/web/{src,static,messages}/**',
	'apps/web/*.{ts,json}',
	'apps/web/project.inlang/*.json',
	'packages/{domain,contract,ui}/src/**',
	'package-lock.json'
];
const GENERATED = path.join('src', 'lib', 'paraglide');

/** Builds the web app unless there is a build that is newer than everything it was made of. */
export async function buildWebIfStale(): Promise<void> {
	if (existsSync(HANDLER) && statSync(HANDLER).mtimeMs >= newestSource()) return;

	console.log('Собираем страницы, это займёт минуту-другую…');
	await buildWeb();
}

async function buildWeb(): Promise<void> {
	const vite = spawn(process.execPath, [program('vite'), 'build', '--logLevel', 'warn'], {
		cwd: path.join(ROOT, 'apps/web'),
		stdio: 'inherit'
	});
	const [code] = (await once(vite, 'exit')) as [number | null];
	if (code !== 0) throw new Trouble('Страницы не собрались: причина сказана выше.');
}

function newestSource(): number {
	const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !file.includes(GENERATED));
	return Math.max(...files.map((file) => statSync(path.join(ROOT, file)).mtimeMs));
}
