import { Worker } from 'node:worker_threads';
import type { Reason } from './refusal.ts';
import type { Delivery, Order } from './worker.ts';

/** Longest that one file may take; a stuck worker is replaced. */
const LONGEST_MS = 30_000;
const MOST_MEGABYTES = 512;

type Machine = { worker: Worker; deliver: ((delivery: Delivery) => void) | undefined };

/** One worker per process, started by the first file. */
let machine: Machine | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Has the file cleaned outside the event loop, one after the other. */
export function launder(order: Order): Promise<Delivery> {
	const turn = last.then(() => ask(order));
	last = turn;
	return turn;
}

function ask(order: Order): Promise<Delivery> {
	const own = (machine ??= start());
	return new Promise((resolve) => {
		const timer = setTimeout(() => void own.worker.terminate(), LONGEST_MS);
		own.deliver = (delivery) => {
			clearTimeout(timer);
			own.deliver = undefined;
			own.worker.unref();
			resolve(delivery);
		};
		own.worker.ref();
		own.worker.postMessage(order);
	});
}

function start(): Machine {
	const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits });
	const started: Machine = { worker, deliver: undefined };

	worker.on('message', (delivery: Delivery) => started.deliver?.(delivery));
	worker.on('error', () => stop(started, 'too_long'));
	worker.on('exit', () => stop(started, 'too_long'));
	return started;
}

/** Whatever stops the worker, memory or time, the file was too much. */
function stop(stopped: Machine, reason: Reason): void {
	if (machine === stopped) machine = undefined;
	stopped.deliver?.({ reason });
}
