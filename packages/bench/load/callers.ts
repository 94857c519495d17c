import { quantile, type Measures } from '../harness/statistics.ts';

/** So many callers, each with one call on its way at a time; calls a second and what one takes in milliseconds. */
export async function callers(
	count: number,
	milliseconds: number,
	work: (caller: number) => Promise<unknown>
): Promise<Measures> {
	const waits: number[] = [];
	const from = performance.now();
	const end = from + milliseconds;
	async function call(caller: number) {
		for (let begun = performance.now(); begun < end; begun = performance.now()) {
			await work(caller);
			waits.push(performance.now() - begun);
		}
	}
	await Promise.all(Array.from({ length: count }, (_, caller) => call(caller)));
	const seconds = (performance.now() - from) / 1_000;
	return { 'per second': waits.length / seconds, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}
