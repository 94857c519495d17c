import { parentPort } from 'node:worker_threads';
import { clean } from './clean.ts';
import { Uncleanable, type Reason } from './refusal.ts';

export type Order = { mime: string; bytes: Uint8Array };
export type Delivery = { bytes: Uint8Array } | { reason: Reason };

parentPort?.on('message', (order: Order) => void deliver(order));

async function deliver({ mime, bytes }: Order): Promise<void> {
	try {
		// A copy of its own: a buffer from a pool may not be given away.
		const made = Uint8Array.from(await clean(mime, bytes));
		parentPort?.postMessage({ bytes: made } satisfies Delivery, [made.buffer]);
	} catch (error) {
		const reason = error instanceof Uncleanable ? error.reason : 'broken';
		parentPort?.postMessage({ reason } satisfies Delivery);
	}
}
