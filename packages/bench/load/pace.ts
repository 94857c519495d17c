import { setTimeout as sleep } from 'node:timers/promises';

/** Calls `work` so many times a second, catching up what a late timer missed; answers how often it was called. */
export async function pace(rate: number, milliseconds: number, work: (n: number) => void): Promise<number> {
	const from = performance.now();
	let done = 0;
	for (let now = from; now - from < milliseconds; now = performance.now()) {
		for (const due = Math.floor(((now - from) * rate) / 1_000); done < due; done += 1) work(done);
		await sleep(1);
	}
	return done;
}
