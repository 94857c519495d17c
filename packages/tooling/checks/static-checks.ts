import path from 'node:path';
import { program } from '../commands/programs.ts';
import type { Check } from './check.ts';
import { runProgram } from './run-program.ts';

const TOOLING = path.resolve(import.meta.dirname, '..');

type Run = { args?: string[]; after?: string[]; environment?: NodeJS.ProcessEnv };

/** A check that is one program: it passes when the program ends with code 0. */
function programCheck(name: string, file: string, { args, after, environment }: Run = {}): Check {
	return {
		name,
		after,
		async run() {
			const { code, output } = await runProgram(file, args, environment);
			return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
		}
	};
}

export const BUILD = programCheck('build', path.join(TOOLING, 'commands/workspaces.ts'), {
	args: ['build', '--output-logs=errors-only']
});

/** What reads the code without running it. Whatever follows types or imports of pages needs what the build generates. */
export const STATIC_CHECKS: Check[] = [
	// A second thread would only read the formatter of components a second time.
	programCheck('format', program('oxfmt'), { args: ['--check', '--threads=1', '.'] }),
	programCheck('imports', path.join(TOOLING, 'dependencies/check.ts')),
	// ESLint reads what oxlint cannot: components, and what stands beside them with their runes.
	programCheck('components', program('eslint'), {
		args: ['**/*.svelte', '**/*.svelte.ts', '**/*.js', '--max-warnings', '0']
	}),
	programCheck('style', program('oxlint'), {
		args: ['--config', 'packages/tooling/oxlint.json', '--quiet', '--threads=1', '.'],
		after: [BUILD.name],
		// Two checkers of types would both find out the types that two files share: twice the work in nearly the same time.
		environment: { GOMAXPROCS: '1', GOGC: '300' }
	}),
	programCheck('types', path.join(TOOLING, 'commands/workspaces.ts'), {
		args: ['check', '--output-logs=errors-only', '--concurrency=1', '--continue'],
		after: [BUILD.name]
	}),
	programCheck('dead code', program('knip'), {
		args: ['--config', 'packages/tooling/knip.json'],
		after: [BUILD.name]
	})
];
