import { fileTypeFromFile } from 'file-type';
import { createReadStream } from 'node:fs';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
const TEXT = 'text/plain; charset=utf-8';

/** What may be uploaded: the extension, and what the content must then be. */
const KINDS: Readonly<Record<string, string>> = {
	pdf: 'application/pdf',
	docx: `${OFFICE}.wordprocessingml.document`,
	pptx: `${OFFICE}.presentationml.presentation`,
	xlsx: `${OFFICE}.spreadsheetml.sheet`,
	odt: `${OPEN}.text`,
	odp: `${OPEN}.presentation`,
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	mp4: 'video/mp4',
	vtt: 'text/vtt',
	txt: TEXT
};

/** Bytes of one file. */
export const LARGEST_FILE = 50 * 1_048_576;

const LONGEST_LOOK = 5_000;

export function mayBeUploaded(extension: string): boolean {
	return Object.hasOwn(KINDS, extension);
}

/** The type of the content when it is what the extension says; undefined when it is anything else. */
export async function recognise(path: string, extension: string): Promise<string | undefined> {
	const expected = KINDS[extension];
	const found = await fileTypeFromFile(path, { signal: AbortSignal.timeout(LONGEST_LOOK) }).catch(() => null);

	if (expected === TEXT) return found === undefined && (await isText(path)) ? TEXT : undefined;
	return found?.mime === expected ? expected : undefined;
}

/** Letters in any encoding that keeps ASCII; a file with NUL or control characters is not text. */
async function isText(path: string): Promise<boolean> {
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		if (chunk.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
	}
	return true;
}
