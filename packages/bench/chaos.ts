/**
 * `npm run chaos [-- <name>…] [--seed N]`: breaks what can break and looks whether the promises hold. Every run prints
 * its seed and one line of JSON, and ends by itself. `--part 0.1` makes a tenth of it, to see whether it runs.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Chaos, Outcome } from './chaos/chaos.ts';
import { database, forgetting } from './chaos/database.ts';
import { frames } from './chaos/frames.ts';
import { instances } from './chaos/instances.ts';
import { listener } from './chaos/listener.ts';
import { resend } from './chaos/resend.ts';
import { rolling } from './chaos/rolling.ts';
import { storm } from './chaos/storm.ts';
import { hotRoom, latency } from './chaos/throughput.ts';
import { randomBy } from './harness/random.ts';
import { within } from './harness/within.ts';

const RUNS: Chaos[] = [
	instances,
	database,
	forgetting,
	resend,
	latency,
	hotRoom,
	listener,
	storm,
	rolling,
	frames
];
const LONGEST_MILLISECONDS = 300_000;

const { values, positionals: asked } = parseArgs({
	allowPositionals: true,
	options: { seed: { type: 'string' }, part: { type: 'string', default: '1' } }
});
const seed = values.seed === undefined ? randomInt(1_000_000) : Number(values.seed);
const part = Number(values.part);
const unknown = asked.filter((word) => !RUNS.some(({ name }) => name === word));
if (unknown.length || !Number.isInteger(seed) || !(part > 0)) {
	for (const { name, promise } of RUNS) console.error(`${name.padEnd(16)}${promise}`);
	process.exit(1);
}

console.error(`seed ${seed}`);
let broken = 0;
for (const { name, promise, run } of RUNS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
	console.error(`\n${promise}`);
	const outcome = await within(LONGEST_MILLISECONDS, run(randomBy(seed), part)).catch(
		(error: unknown): Outcome => ({ kept: false, fault: String(error) })
	);
	console.log(JSON.stringify({ run: name, seed, ...(part !== 1 && { part }), ...outcome }));
	if (!outcome.kept) broken += 1;
}
process.exit(broken ? 1 : 0);
