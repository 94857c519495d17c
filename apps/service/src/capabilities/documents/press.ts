import { Worker } from 'node:worker_threads';
import type { Delivery, Order, Work } from './typesetting-worker.ts';

/** Longest that one document may take; a stuck worker is replaced. */
const LONGEST_MS = 10_000;

type Waiting = { resolve(bytes: Buffer): void; reject(error: Error): void };
type Press = { worker: Worker; waiting: Map<number, Waiting> };

/** One worker per process, started by the first document: it holds fonts and templates, nothing about anybody. */
let press: Press | undefined;
let lastId = 0;

/** Has the worker do it, outside the event loop. Rejects with the worker's own words. */
export function ask(work: Work): Promise<Buffer> {
	const { worker, waiting } = (press ??= startPress());
	const order: Order = { id: ++lastId, work };

	return new Promise<Buffer>((resolve, reject) => {
		const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
		const settled =
			<A extends unknown[]>(settle: (...given: A) => void) =>
			(...given: A) => {
				clearTimeout(timer);
				waiting.delete(order.id);
				if (waiting.size === 0) worker.unref();
				settle(...given);
			};
		waiting.set(order.id, { resolve: settled(resolve), reject: settled(reject) });
		worker.ref();
		worker.postMessage(order);
	});
}

function startPress(): Press {
	const worker = new Worker(new URL('./typesetting-worker.ts', import.meta.url));
	const started: Press = { worker, waiting: new Map() };

	worker.on('message', ({ id, bytes, fault }: Delivery) => {
		const order = started.waiting.get(id);
		if (bytes) order?.resolve(Buffer.from(bytes));
		else order?.reject(new Error(fault));
	});
	worker.on('error', (error) => stop(started, error as Error));
	worker.on('exit', () => stop(started, new Error('the typesetter stopped')));
	worker.unref();
	return started;
}

function stop(stopped: Press, reason: Error): void {
	if (press === stopped) press = undefined;
	for (const order of [...stopped.waiting.values()]) order.reject(reason);
}
