import { parentPort } from 'node:worker_threads';
import type { OutlinedPaper } from './outline.ts';
import { createTypesetter, type Typeset } from './typesetter.ts';

/** A PDF by a template, or a Word file of a paper. */
export type Work = { pdf: string; json: string } | { word: OutlinedPaper };
export type Order = { id: number; work: Work };
export type Delivery = { id: number; bytes?: Uint8Array; fault?: string };

let typeset: Typeset | undefined;

parentPort?.on('message', ({ id, work }: Order) => void deliver(id, work));

async function deliver(id: number, work: Work): Promise<void> {
	try {
		const bytes = await made(work);
		parentPort?.postMessage({ id, bytes } satisfies Delivery, [bytes.buffer as ArrayBuffer]);
	} catch (error) {
		const fault = error instanceof Error ? error.message : String(error);
		parentPort?.postMessage({ id, fault } satisfies Delivery);
	}
}

async function made(work: Work): Promise<Uint8Array> {
	if ('pdf' in work) return (typeset ??= createTypesetter())(work.pdf, work.json);
	// Read when the first Word file is asked for: it is large, and most documents are PDFs.
	const { writeWord } = await import('./word/write-word.ts');
	return writeWord(work.word);
}
