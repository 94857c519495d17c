import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { program } from '../commands/programs.ts';

const CONFIG = path.resolve(import.meta.dirname, '../dependency-cruiser.config.ts');
const FOLDERS = ['apps', 'packages', 'db', 'e2e'];
const MEGABYTE = 1024 * 1024;

export type Violation = { rule: string; from: string; to: string };

export type Cruise = {
	/** Modules of ours that were read; packages in node_modules are not counted. */
	modules: string[];
	violations: Violation[];
};

type Output = {
	modules: { source: string }[];
	summary: { violations: { rule: { name: string }; from: string; to: string }[] };
};

/** Reads every import under `root` and holds it against the rules. */
export function cruise(root: string): Cruise {
	const args = [
		program('dependency-cruiser', 'depcruise'),
		'--config',
		CONFIG,
		'--output-type',
		'json',
		...FOLDERS
	];
	const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * MEGABYTE });
	if (!done.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${done.stderr}`);

	const { modules, summary } = JSON.parse(done.stdout) as Output;
	return {
		modules: modules
			.map(({ source }) => source)
			.filter((source) => FOLDERS.includes(source.split('/')[0] ?? '')),
		violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
	};
}
