import path from 'node:path';
import { program } from '../commands/programs.ts';
import type { Check } from './check.ts';
import { runProgram } from './run-program.ts';

const TOOLING = path.resolve(import.meta.dirname, '..');

/** A check that is one program: it passes when the program ends with code 0. */
function programCheck(name: string, file: string, args: string[] = [], after: string[] = []): Check {
	return {
		name,
		after,
		async run() {
			const { code, output } = await runProgram(file, args);
			return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
		}
	};
}

export const BUILD = programCheck('build', path.join(TOOLING, 'commands/workspaces.ts'), [
	'build',
	'--output-logs=errors-only'
]);

/** What reads the code without running it. knip and svelte-check need what the build generates. */
export const STATIC_CHECKS: Check[] = [
	// A second thread would only read the formatter of components a second time.
	programCheck('format', program('oxfmt'), ['--check', '--threads=1', '.']),
	programCheck('imports', path.join(TOOLING, 'dependencies/check.ts')),
	programCheck('style', program('eslint'), ['.', '--max-warnings', '0']),
	// What only types tell of promises and cases; it reads them many times faster than ESLint.
	programCheck('promises', program('oxlint'), [
		...['--config', 'packages/tooling/oxlint.json', '--quiet'],
		...['apps', 'packages', 'db', 'e2e']
	]),
	programCheck(
		'types',
		path.join(TOOLING, 'commands/workspaces.ts'),
		['check', '--output-logs=errors-only', '--concurrency=1', '--continue'],
		[BUILD.name]
	),
	programCheck('dead code', program('knip'), ['--config', 'packages/tooling/knip.json'], [BUILD.name])
];
