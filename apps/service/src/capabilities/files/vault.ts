import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** On the disk, but not kept yet. */
export type Received = { path: string; size: number; sha256: string };

/** Files that are not whole or not looked at yet. */
export const INCOMING = 'incoming';
export const ABANDONED_MILLISECONDS = 24 * 3_600_000;

/** Writes the stream to a temporary file, through to the disk; leaves nothing behind when it breaks off. */
export async function receive(folder: string, source: Readable): Promise<Received> {
	const path = join(folder, INCOMING, randomUUID());
	const hash = createHash('sha256');
	let size = 0;
	await mkdir(join(folder, INCOMING), { recursive: true, mode: 0o700 });

	async function* counted(chunks: AsyncIterable<Buffer>) {
		for await (const chunk of chunks) {
			hash.update(chunk);
			size += chunk.length;
			yield chunk;
		}
	}
	try {
		await pipeline(source, counted, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
	return { path, size, sha256: hash.digest('hex') };
}

/** Moves what was received to its place, named by its content: the same bytes are kept once. */
export async function keep(folder: string, { path, sha256 }: Received): Promise<void> {
	const shelf = join(folder, sha256.slice(0, 2));
	await mkdir(shelf, { recursive: true, mode: 0o700 });
	await rename(path, join(shelf, sha256));
	await syncFolder(shelf);
}

export async function discard({ path }: Received): Promise<void> {
	await rm(path, { force: true });
}

export function openKept(folder: string, sha256: string): Promise<FileHandle> {
	return open(keptAt(folder, sha256), 'r');
}

export function keptAt(folder: string, sha256: string): string {
	return join(folder, sha256.slice(0, 2), sha256);
}

/** Removes what nobody has written to for a day: a process was killed in the middle of it, or its sender went away. */
export async function sweep(folder: string, now: Date): Promise<void> {
	const incoming = join(folder, INCOMING);
	for (const name of await readdir(incoming).catch(() => [])) {
		const found = await stat(join(incoming, name)).catch(() => null);
		if (found && now.getTime() - found.mtimeMs > ABANDONED_MILLISECONDS)
			await rm(join(incoming, name), { force: true });
	}
}

/** A new name is safe from a power cut only when its folder is written too. Not every system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, 'r').catch(() => null);
	await folder?.sync().catch(() => undefined);
	await folder?.close();
}
