import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { issuingWaits } from '../capabilities/certificates/index.ts';
import type { Deps } from '../shell/context.ts';
import type { Place } from './worker.ts';

/**
 * Issues what was approved in a thread of its own with connections of its own, so that no batch is felt in a chat; the
 * thread lives as long as something waits. When the signal comes, it ends after the documents that it has taken.
 */
export async function issueApart(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	place: Place,
	signal: AbortSignal
): Promise<void> {
	if (signal.aborted || !(await issuingWaits(db, now()))) return;
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: place });
	const stop = () => worker.postMessage('stop');
	signal.addEventListener('abort', stop);
	try {
		await once(worker, 'exit');
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
