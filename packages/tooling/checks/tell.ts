import type { Finished } from './schedule.ts';

/** One line for a check that ended; what it printed comes before, when it failed. */
export function tell({ name, passed, failed, seconds, output }: Finished): void {
	if (failed > 0) console.log(output);
	const counted = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
	console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${counted}, ${seconds.toFixed(1)} s`);
}
