import { DOMParser, XMLSerializer, type Document } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { AppError, fail } from '../../../shell/errors.ts';

/** How much a workbook may unpack to, and how many tags a part that is read may have: each costs a kilobyte and more. */
export type Limits = { bytes: number; tags: number };
const USUAL: Limits = { bytes: 64 * 1_048_576, tags: 1_000_000 };
const MOST_PARTS = 1_000;
const TAG = '<'.charCodeAt(0);
/** The earliest that an archive can say: the same workbook and the same rows give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

export type Parts = Record<string, Uint8Array>;

/** Parts of a workbook in their order. What unpacks to too much, or is no archive, is not a workbook. */
export function unpack(bytes: Uint8Array, limits: Limits = USUAL): Parts {
	let size = 0;
	let count = 0;
	try {
		return unzipSync(bytes, {
			filter({ originalSize }) {
				size += originalSize;
				count += 1;
				if (size > limits.bytes || count > MOST_PARTS) throw new TooLarge();
				return true;
			}
		});
	} catch (error) {
		return notWorkbook(error);
	}
}

/** The same parts with one of them changed. */
export function repack(parts: Parts, path: string, document: Document): Buffer {
	const changed = strToU8(new XMLSerializer().serializeToString(document));
	return Buffer.from(zipSync({ ...parts, [path]: changed }, { mtime: NO_TIME }));
}

/** Reads a part, unless reading alone would cost too much. */
export function documentIn(parts: Parts, path: string, limits: Limits = USUAL): Document {
	const bytes = parts[path] ?? notWorkbook();
	let tags = 0;
	for (const byte of bytes) if (byte === TAG) tags += 1;
	if (tags > limits.tags) return notWorkbook(new TooLarge());
	try {
		return new DOMParser({ onError: refuseFaults }).parseFromString(strFromU8(bytes), 'text/xml');
	} catch {
		return notWorkbook();
	}
}

function refuseFaults(level: string, message: string) {
	if (level !== 'warning') throw new Error(message);
}

/** `cause`: `TooLarge` where the file may be a workbook, but nobody reads so much. */
export function notWorkbook(cause?: unknown): never {
	if (cause instanceof TooLarge) throw cause;
	return fail('faulty', 'register.not_a_workbook');
}

/** Told as no workbook unless the reader says it better. */
export class TooLarge extends AppError {
	constructor() {
		super('faulty', 'register.not_a_workbook');
	}
}
