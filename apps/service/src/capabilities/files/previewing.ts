import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { keptAt } from './vault.ts';

/** Twice what a message shows of a picture, for fine screens. */
const SIZE = { width: 448, height: 320, fit: 'cover' } as const;
const QUALITY = 75;
/** A photograph of the largest telephones; more is a bomb. */
const MOST_PIXELS = 120_000_000;
const DRAWABLE = /^image\/(jpeg|png|webp)$/;
/** Beside the vault: what is lost here is drawn anew. */
const FOLDER = 'previews';

let last: Promise<unknown> = Promise.resolve();

type Original = { sha256: string; mime: string };

/**
 * A small drawing of a picture, kept by the picture's content: made once, one after another, outside the event loop, and
 * without anything but what is seen. Null: it is no picture, or a broken one. Who may have it was asked before.
 */
export async function previewOf(folder: string, { sha256, mime }: Original): Promise<Buffer | null> {
	if (!DRAWABLE.test(mime)) return null;
	const place = join(folder, FOLDER, sha256);
	const known = await readFile(place).catch(() => null);
	if (known) return known;

	const turn = last.then(() => draw(keptAt(folder, sha256)));
	last = turn;
	const drawn = await turn;
	// Without room to keep it, it is drawn again the next time.
	if (drawn) await store(place, drawn).catch(() => undefined);
	return drawn;
}

function draw(path: string): Promise<Buffer | null> {
	return sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
		.rotate()
		.resize(SIZE)
		.webp({ quality: QUALITY })
		.toBuffer()
		.catch(() => null);
}

/** Never seen half written. */
async function store(place: string, bytes: Buffer): Promise<void> {
	const draft = `${place}.${randomUUID()}`;
	await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
	await writeFile(draft, bytes, { mode: 0o600 });
	await rename(draft, place);
}
