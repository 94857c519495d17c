import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { INCOMING } from './vault.ts';

/** More came than was announced. */
export class TooMuch extends Error {}

const placeOf = (folder: string, id: string) => join(folder, INCOMING, id);

/** An empty part, on the disk before anything speaks of it. Answers with its id. */
export async function beginPart(folder: string): Promise<string> {
	const id = randomUUID();
	await mkdir(join(folder, INCOMING), { recursive: true, mode: 0o700 });
	const file = await open(placeOf(folder, id), 'wx', 0o600);
	await file.close();
	return id;
}

/** How many bytes have come; null when there is no such part. */
export async function sizeOfPart(folder: string, id: string): Promise<number | null> {
	const found = await stat(placeOf(folder, id)).catch(() => null);
	return found && found.size;
}

/**
 * Writes bytes at their place; what came before the stream broke off stays. A stream that was given up and one that
 * goes on from it may write side by side: the same sender writes the same bytes to the same places.
 */
export async function addToPart(
	folder: string,
	id: string,
	{ from, to, content }: { from: number; to: number; content: Readable }
): Promise<void> {
	async function* within(chunks: AsyncIterable<Buffer>) {
		let at = from;
		for await (const chunk of chunks) {
			at += chunk.length;
			if (at > to) throw new TooMuch();
			yield chunk;
		}
	}
	await pipeline(content, within, createWriteStream(placeOf(folder, id), { flags: 'r+', start: from }));
}

export function readPart(folder: string, id: string): Readable {
	return createReadStream(placeOf(folder, id));
}

export async function dropPart(folder: string, id: string): Promise<void> {
	await rm(placeOf(folder, id), { force: true });
}
