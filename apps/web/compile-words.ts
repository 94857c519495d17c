import { compile } from '@inlang/paraglide-js';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How the words of the pages become functions; one module each, so that a page carries only its own. */
export const WORDS = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['baseLocale' as const],
	outputStructure: 'message-modules' as const,
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
	cleanOutdir: false
};

/** The lock names the compiler. */
const SOURCES = ['messages/*.json', 'project.inlang/settings.json', '../../package-lock.json'];
const OUTPUT = path.resolve(import.meta.dirname, WORDS.outdir);
const STAMP = path.join(OUTPUT, 'compiled-from.txt');

/**
 * Compiles the words of the pages unless what they were compiled from has not changed: it takes half a minute, and a
 * build reads its configuration three times, each time in a thread of its own.
 */
export async function compileWords(): Promise<void> {
	const sources = hashOfSources();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;

	await compile(WORDS);
	writeFileSync(STAMP, sources);
}

function hashOfSources(): string {
	const hash = createHash('sha256').update(JSON.stringify(WORDS));
	for (const file of globSync(SOURCES, { cwd: import.meta.dirname }).toSorted())
		hash.update(file).update(readFileSync(path.join(import.meta.dirname, file)));
	return hash.digest('hex');
}
