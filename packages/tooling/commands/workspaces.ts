/** `npm run build` and `npm run check`: a script of every workspace that has it, through turbo. */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../root.ts';
import { program } from './programs.ts';

const { status } = spawnSync(process.execPath, [program('turbo'), 'run', ...process.argv.slice(2)], {
	cwd: ROOT,
	stdio: 'inherit',
	// Nothing leaves the machine.
	env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
});
process.exitCode = status ?? 1;
