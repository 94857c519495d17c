import { setTimeout as sleep } from 'node:timers/promises';

/** What a run gives, or a fault when it takes longer: whatever hangs, everything here ends by itself. */
export async function within<T>(milliseconds: number, run: Promise<T>): Promise<T> {
	const ended = new AbortController();
	const late = sleep(milliseconds, undefined, { ref: false, signal: ended.signal }).then(() => {
		throw new Error(`It did not end within ${milliseconds / 1_000} s`);
	});
	late.catch(() => undefined);
	return Promise.race([run, late]).finally(() => ended.abort());
}
