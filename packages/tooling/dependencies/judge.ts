import { globSync } from 'node:fs';
import type { Cruise } from './cruise.ts';

const SOURCES = '{apps,packages,db,e2e}/**/*.{ts,js,svelte}';
const NOT_SOURCES = /(^|\/)(node_modules|build|\.svelte-kit|\.turbo|paraglide)(\/|$)|\.d\.ts$/;

/** The source files that lie under `root`, whoever imports them. */
export function findSources(root: string): string[] {
	return globSync(SOURCES, { cwd: root, exclude: (name) => NOT_SOURCES.test(name) })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !NOT_SOURCES.test(file));
}

/**
 * What is wrong with the imports, a line each; nothing when all is well.
 * A tool that understands no TypeScript reads no module and finds no fault, so what it missed is a fault itself.
 */
export function judge({ modules, violations }: Cruise, sources: string[]): string[] {
	const read = new Set(modules);
	const missed = sources.filter((source) => !read.has(source));

	return [
		...violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
		...missed.map((source) => `dependency-cruiser did not read ${source}`)
	];
}
