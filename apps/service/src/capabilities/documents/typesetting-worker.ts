import { parentPort } from 'node:worker_threads';
import { createTypesetter, type Typeset } from './typesetter.ts';

export type Order = { id: number; template: string; json: string };
export type Delivery = { id: number; pdf?: Uint8Array; fault?: string };

let typeset: Typeset | undefined;

parentPort?.on('message', ({ id, template, json }: Order) => {
	try {
		typeset ??= createTypesetter();
		const pdf = typeset(template, json);
		parentPort?.postMessage({ id, pdf } satisfies Delivery, [pdf.buffer as ArrayBuffer]);
	} catch (error) {
		parentPort?.postMessage({
			id,
			fault: error instanceof Error ? error.message : String(error)
		} satisfies Delivery);
	}
});
