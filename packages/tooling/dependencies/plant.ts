import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../root.ts';
import { PACKAGES } from './planted.ts';

const WORKSPACES = {
	domain: 'packages',
	contract: 'packages',
	ui: 'packages',
	service: 'apps',
	web: 'apps',
	db: '.'
};

/** Writes the files into a new folder that has our workspaces and empty stand-ins for packages. */
export function plant(files: Record<string, string>): string {
	const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'stazhirovka-imports-')));
	const write = (file: string, content: string) => {
		mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		writeFileSync(path.join(root, file), content);
	};

	for (const name of ['apps', 'packages', 'db', 'e2e']) mkdirSync(path.join(root, name));
	for (const [file, content] of Object.entries(files)) write(file, content);

	for (const name of PACKAGES) {
		const exports = { '.': './index.js', './*': './index.js' };
		write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports }));
		write(`node_modules/${name}/index.js`, 'export {};');
	}
	mkdirSync(path.join(root, 'node_modules/@stazhirovka'));
	for (const [name, parent] of Object.entries(WORKSPACES)) linkWorkspace(root, name, path.join(parent, name));
	return root;
}

function linkWorkspace(root: string, name: string, folder: string): void {
	mkdirSync(path.join(root, folder), { recursive: true });
	cpSync(path.join(ROOT, folder, 'package.json'), path.join(root, folder, 'package.json'));
	symlinkSync(path.join(root, folder), path.join(root, 'node_modules/@stazhirovka', name), 'junction');
}
