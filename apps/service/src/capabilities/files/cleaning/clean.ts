import { cleanOffice, cleanOpenDocument } from './documents.ts';
import { cleanPdf } from './pdf.ts';
import { cleanPicture } from './picture.ts';
import { Uncleanable } from './refusal.ts';

/** Raised when bytes are cleaned better than before: older copies are then made again. */
export const CLEANING = 1;

/** Kinds of content that can lose what they tell of their author; a film cannot. */
export function isCleanable(mime: string): boolean {
	return cleanerOf(mime) !== undefined;
}

/** The same content without its author. Throws `Uncleanable` with a reason. */
export async function clean(mime: string, bytes: Uint8Array): Promise<Uint8Array> {
	const cleaner = cleanerOf(mime);
	if (!cleaner) throw new Uncleanable('kind');
	return cleaner(bytes);
}

type Cleaner = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

function cleanerOf(mime: string): Cleaner | undefined {
	if (mime.startsWith('text/plain')) return (bytes) => bytes;
	if (mime === 'application/pdf') return cleanPdf;
	if (/^image\/(jpeg|png|webp)$/.test(mime)) return cleanPicture;
	if (mime.startsWith('application/vnd.openxmlformats-officedocument.')) return cleanOffice;
	return mime.startsWith('application/vnd.oasis.opendocument.') ? cleanOpenDocument : undefined;
}
