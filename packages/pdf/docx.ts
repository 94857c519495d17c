import mammoth from 'mammoth';
import { inflateRawSync } from 'node:zlib';

export type ReadDocx = {
	/** The words in reading order, with single spaces. */
	text: string;
	/** Headings, lists and tables as a reader of HTML sees them. */
	html: string;
	/** The files inside, by name. */
	parts: Readonly<Record<string, string>>;
};

/** Reads a Word file back with a tool that is not ours. Throws when it cannot be read. */
export async function readDocx(bytes: Buffer): Promise<ReadDocx> {
	const { value: html, messages } = await mammoth.convertToHtml({ buffer: bytes });
	const errors = messages.filter(({ type }) => type === 'error');
	if (errors.length) throw new Error(errors.map(({ message }) => message).join('; '));

	const { value: raw } = await mammoth.extractRawText({ buffer: bytes });
	return { text: raw.replace(/\s+/g, ' ').trim(), html, parts: partsOf(bytes) };
}

const STORED = 0;

/** By the list at the end of the archive: for each file its way of packing, its size, its name and its place. */
function partsOf(zip: Buffer): Record<string, string> {
	const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
	const parts: Record<string, string> = {};
	let at = zip.readUInt32LE(end + 16);

	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const nameLength = zip.readUInt16LE(at + 28);
		const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));

		parts[name] = (zip.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed)).toString('utf8');
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return parts;
}
