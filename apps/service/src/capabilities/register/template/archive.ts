import { DOMParser, XMLSerializer, type Document } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fail } from '../../../shell/errors.ts';

const LARGEST_UNPACKED = 64 * 1_048_576;
const MOST_PARTS = 1_000;
/** The earliest that an archive can say: the same workbook and the same rows give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

export type Parts = Record<string, Uint8Array>;

/** Parts of a workbook in their order. What unpacks to too much, or is no archive, is not a workbook. */
export function unpack(bytes: Uint8Array): Parts {
	let size = 0;
	let count = 0;
	try {
		return unzipSync(bytes, {
			filter({ originalSize }) {
				size += originalSize;
				count += 1;
				if (size > LARGEST_UNPACKED || count > MOST_PARTS) throw new Error('Too large');
				return true;
			}
		});
	} catch {
		return notWorkbook();
	}
}

/** The same parts with one of them changed. */
export function repack(parts: Parts, path: string, document: Document): Buffer {
	const changed = strToU8(new XMLSerializer().serializeToString(document));
	return Buffer.from(zipSync({ ...parts, [path]: changed }, { mtime: NO_TIME }));
}

export function documentIn(parts: Parts, path: string): Document {
	const bytes = parts[path] ?? notWorkbook();
	try {
		return new DOMParser({ onError: refuseFaults }).parseFromString(strFromU8(bytes), 'text/xml');
	} catch {
		return notWorkbook();
	}
}

function refuseFaults(level: string, message: string) {
	if (level !== 'warning') throw new Error(message);
}

export function notWorkbook(): never {
	return fail('faulty', 'register.not_a_workbook');
}
