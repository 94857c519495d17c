import { quantile } from '../harness/statistics.ts';
import type { Writer } from '../load/writer.ts';

/** Milliseconds from a message to its acknowledgement, resends and all. */
export function waits(writers: Writer[]) {
	const all = writers.flatMap(({ acked }) => acked.map(({ wait }) => wait));
	const figure = (share: number) => Math.round(quantile(all, share) * 10) / 10;
	return { p50: figure(0.5), p99: figure(0.99), slowest: figure(1) };
}

/** Writers stop when it is time, not when something is done. */
export async function writeWhile<T>(writers: Writer[], work: () => Promise<T>): Promise<T> {
	const writing = Promise.all(writers.map((writer) => writer.write(Infinity)));
	try {
		return await work();
	} finally {
		for (const writer of writers) writer.stopped = true;
		await writing;
	}
}
