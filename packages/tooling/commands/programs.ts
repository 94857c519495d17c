import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';

/**
 * The file behind a program of an installed package. It is run with `process.execPath`, so that every
 * program gets the pinned Node.js, on Windows too.
 */
export function program(packageName: string, name = packageName): string {
	const folder = path.join(ROOT, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
		bin: string | Record<string, string>;
	};

	const file = typeof bin === 'string' ? bin : bin[name];
	if (!file) throw new Error(`${packageName} has no program ${name}`);
	return path.join(folder, file);
}
