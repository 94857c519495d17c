import { Worker } from 'node:worker_threads';
import type { Templates } from './printed.ts';
import type { Delivery, Order } from './typesetting-worker.ts';

/** Longest that one document may take; a stuck worker is replaced. */
const LONGEST_MS = 10_000;

/** The fonts lack these characters, so the document cannot be printed truthfully. */
export class UnprintableText extends Error {
	readonly characters: string[];

	constructor(characters: string[]) {
		super(`no font has ${characters.join(' ')}`);
		this.characters = characters;
	}
}

type Waiting = { resolve(pdf: Buffer): void; reject(error: Error): void };
type Press = { worker: Worker; waiting: Map<number, Waiting> };

/** One worker per process, started by the first document: it holds fonts and templates, nothing about anybody. */
let press: Press | undefined;
let lastId = 0;

/**
 * Prints the data by the template as PDF/UA-1, outside the event loop. Equal data give equal bytes.
 * Throws UnprintableText for characters that the fonts do not have.
 */
export function render<T extends keyof Templates>(template: T, data: Templates[T]): Promise<Buffer> {
	const { worker, waiting } = (press ??= startPress());
	const order: Order = { id: ++lastId, template, json: JSON.stringify(data) };

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

	worker.on('message', ({ id, pdf, fault }: Delivery) => {
		const order = started.waiting.get(id);
		if (pdf) order?.resolve(Buffer.from(pdf));
		else order?.reject(asError(fault ?? ''));
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

function asError(fault: string): Error {
	const characters = [...fault.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(
		(match) => match[1] ?? ''
	);
	return characters.length ? new UnprintableText(characters) : new Error(fault);
}
