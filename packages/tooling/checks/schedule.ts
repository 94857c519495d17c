import type { Check, Outcome } from './check.ts';

export type Finished = Outcome & { name: string; seconds: number };

/** Runs the checks in their order, `width` at a time, and tells of each as it ends. */
export async function runChecks(
	checks: Check[],
	width: number,
	tell: (finished: Finished) => void
): Promise<Finished[]> {
	const waiting = [...checks];
	const ended = new Map<string, Finished>();
	const running = new Map<string, Promise<void>>();

	while (waiting.length + running.size > 0) {
		const ready = waiting.findIndex(({ after = [] }) => after.every((name) => ended.has(name)));
		const [check] = ready >= 0 && running.size < width ? waiting.splice(ready, 1) : [];
		if (check) {
			const run = timed(check).then((finished) => {
				ended.set(check.name, finished);
				running.delete(check.name);
				tell(finished);
			});
			running.set(check.name, run);
		} else if (running.size > 0) {
			await Promise.race(running.values());
		} else {
			throw new Error(`These checks wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
		}
	}
	return [...ended.values()];
}

async function timed(check: Check): Promise<Finished> {
	const begun = performance.now();
	const outcome = await check.run().catch(crashed);
	return { name: check.name, seconds: (performance.now() - begun) / 1000, ...outcome };
}

function crashed(error: unknown): Outcome {
	return {
		passed: 0,
		failed: 1,
		output: error instanceof Error ? (error.stack ?? error.message) : String(error)
	};
}
