import path from 'node:path';
import { program } from '../commands/programs.ts';
import type { Check } from './check.ts';
import { countVitest } from './counts.ts';
import { runProgram } from './run-program.ts';
import { BUILD } from './static-checks.ts';

/** Every `*.test.ts`, on one embedded PostgreSQL. */
export function unitTests(reports: string): Check {
	return {
		name: 'tests',
		after: [BUILD.name],
		async run() {
			const report = path.join(reports, 'vitest.json');
			const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
			return countVitest(await runProgram(program('vitest'), args), report);
		}
	};
}
