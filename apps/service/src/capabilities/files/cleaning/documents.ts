import { pack, unpack, type Parts } from './archive.ts';
import { openDocumentPart } from './open-document.ts';
import { officePart } from './office.ts';
import type { CleanPart, Drops } from './part.ts';
import { cleanPicture } from './picture.ts';
import { Uncleanable } from './refusal.ts';

/** Drawings that carry no author, and parts that are numbers only. */
const HARMLESS = /\.(emf|wmf|odttf|ttf|fntdata|rdf)$|^mimetype$/i;
const PICTURE = /\.(jpe?g|png|webp|gif)$/i;
const OFFICE = /\.(docx|xlsx|pptx)$/i;
/** One document may lie in another, and no deeper. */
const DEEPEST = 2;

export function cleanOffice(bytes: Uint8Array, depth = 0): Promise<Uint8Array> {
	return cleanParts(bytes, officePart, depth);
}

export function cleanOpenDocument(bytes: Uint8Array): Promise<Uint8Array> {
	return cleanParts(bytes, openDocumentPart, 0);
}

async function cleanParts(
	bytes: Uint8Array,
	{ drops, clean }: { drops: Drops; clean: CleanPart },
	depth: number
): Promise<Uint8Array> {
	const parts = unpack(bytes);
	const gone = new Set([...parts.keys()].filter(drops));
	const kept: Parts = new Map();
	for (const [name, content] of parts) {
		if (gone.has(name)) continue;
		kept.set(name, (await cleanInner(name, content, depth)) ?? clean(name, content, gone));
	}
	return pack(kept);
}

/** Pictures and documents inside a document; undefined for what the kind of the document itself knows. */
async function cleanInner(name: string, content: Uint8Array, depth: number): Promise<Uint8Array | undefined> {
	if (content.length === 0 || HARMLESS.test(name)) return content;
	if (PICTURE.test(name)) return cleanPicture(content);
	if (!OFFICE.test(name)) return undefined;
	if (depth >= DEEPEST) throw new Uncleanable('holds_unknown');
	return cleanOffice(content, depth + 1);
}
