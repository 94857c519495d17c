import { unzipSync, zipSync, type Zippable } from 'fflate';
import { Uncleanable } from './refusal.ts';

/** What an archive may come to when it is unpacked, in bytes, and how many parts it may have. */
const MOST_BYTES = 200 * 1_048_576;
const MOST_PARTS = 5_000;
/** All parts were last changed on one day. */
const DAY = new Date(2000, 0, 1);

export type Parts = Map<string, Uint8Array>;

/** Unpacks in memory; nothing in an archive becomes a path. Sizes are counted before a byte is unpacked. */
export function unpack(bytes: Uint8Array): Parts {
	let size = 0;
	let parts = 0;
	try {
		const found = unzipSync(bytes, {
			filter({ name, originalSize }) {
				size += originalSize;
				parts += 1;
				if (size > MOST_BYTES || parts > MOST_PARTS) throw new Uncleanable('too_large');
				return !name.endsWith('/');
			}
		});
		return new Map(Object.entries(found));
	} catch (error) {
		throw error instanceof Uncleanable ? error : new Uncleanable('broken');
	}
}

/** In the order of the parts, without the comments and the days of the first archive. */
export function pack(parts: Parts): Uint8Array {
	const zippable: Zippable = {};
	for (const [name, content] of parts) {
		// The kind of an OpenDocument is read from its first bytes.
		zippable[name] = [content, { level: name === 'mimetype' ? 0 : 6, mtime: DAY }];
	}
	return zipSync(zippable);
}
