import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { SAMPLES } from '../../../testing/sample-files.ts';
import {
	tellingOpenText,
	tellingPdf,
	tellingPhotograph,
	tellingSlides,
	tellingTable,
	tellingWord
} from '../../../testing/telling-files.ts';
import { clean, isCleanable } from './clean.ts';
import { launder } from './laundry.ts';

const CANARY = 'Kanareykina';
const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const WORD = `${OFFICE}wordprocessingml.document`;
const TEXT = 'application/vnd.oasis.opendocument.text';

/** Everything that the bytes say, packed or not. */
function saidBy(bytes: Uint8Array): string {
	const plain = Buffer.from(bytes).toString('latin1');
	if (plain.startsWith('PK'))
		return Object.entries(unzipSync(bytes))
			.map(([name, part]) => `${name}\n${saidBy(part)}`)
			.join('\n');
	const streams = plain.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
	return plain + [...streams].map(([, packed = '']) => unpacked(packed)).join('\n');
}

function unpacked(packed: string): string {
	try {
		return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
	} catch {
		return '';
	}
}

const kinds: [string, string, Promise<Buffer> | Buffer][] = [
	['a photograph', 'image/jpeg', tellingPhotograph(CANARY)],
	['a Word file', WORD, tellingWord(CANARY)],
	['slides', `${OFFICE}presentationml.presentation`, tellingSlides(CANARY)],
	['a table', `${OFFICE}spreadsheetml.sheet`, tellingTable(CANARY)],
	['an OpenDocument text', TEXT, tellingOpenText(CANARY)],
	['a PDF', 'application/pdf', tellingPdf(CANARY)]
];

test.each(kinds)('blindness: %s says nothing of its author once it is cleaned', async (_, mime, telling) => {
	const bytes = await telling;
	expect(saidBy(bytes)).toContain(CANARY);
	expect(saidBy(await clean(mime, bytes))).not.toContain(CANARY);
});

test('a cleaned photograph stands as its camera was held', async () => {
	const { width, height, orientation, exif } = await sharp(
		await clean('image/jpeg', await tellingPhotograph(CANARY))
	).metadata();
	expect({ width, height, orientation, exif }).toEqual({
		...{ width: 20, height: 40 },
		...{ orientation: undefined, exif: undefined }
	});
});

test('a cleaned document keeps its words, and nothing in it leads to a part that is gone', async () => {
	const parts = unzipSync(await clean(WORD, await tellingWord(CANARY)));
	const text = (name: string) => Buffer.from(parts[name] ?? []).toString();

	expect(text('word/document.xml')).toContain('Сценарий урока');
	expect(text('word/comments.xml')).toContain('w:author="Автор"');
	expect(Object.keys(parts)).not.toContain('docProps/thumbnail.jpeg');
	expect(text('_rels/.rels')).not.toContain('thumbnail');
	expect(text('word/_rels/document.xml.rels')).not.toContain('customXml');
	expect(text('word/_rels/document.xml.rels')).toContain('media/image1.jpeg');
	expect(text('[Content_Types].xml')).not.toContain('customXml');

	const open = await clean(TEXT, tellingOpenText(CANARY));
	expect(Buffer.from(open).toString('latin1', 30, 77)).toBe(
		'mimetypeapplication/vnd.oasis.opendocument.text'
	);
	expect(saidBy(open)).not.toContain('thumbnail');
});

test('a cleaned PDF has its page and its picture', async () => {
	const pdf = await PDFDocument.load(await clean('application/pdf', await tellingPdf(CANARY)));
	expect([pdf.getPageCount(), pdf.getAuthor(), pdf.getTitle()]).toEqual([1, undefined, undefined]);
	expect(pdf.getPage(0).node.Resources()?.toString()).toContain('XObject');
});

test('the smallest files of each kind are cleaned, and a film cannot be', async () => {
	expect(isCleanable('video/mp4')).toBe(false);
	expect(Buffer.from(await clean('text/plain; charset=utf-8', SAMPLES.txt!))).toEqual(SAMPLES.txt);
	for (const [extension, mime] of [
		['docx', WORD],
		['odt', TEXT]
	] as const)
		expect([extension, (await clean(mime, SAMPLES[extension]!)).length > 0]).toEqual([extension, true]);
});

const doctype = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "author">]><a author="x">&b;</a>';
const word = (parts: Record<string, Uint8Array>) => zipSync(parts);
const hostile: [string, string, Uint8Array, string][] = [
	['an archive that becomes a gigabyte', WORD, bomb(), 'too_large'],
	['an archive of six thousand parts', WORD, word(crowd()), 'too_large'],
	['entities', WORD, word({ 'word/document.xml': strToU8(doctype) }), 'holds_unknown'],
	['a film inside', WORD, word({ 'word/media/a.mp4': strToU8('film') }), 'holds_unknown'],
	['a picture that is none', WORD, word({ 'word/media/a.png': strToU8('no') }), 'broken'],
	['broken XML', WORD, word({ 'word/comments.xml': strToU8('<a author="x">') }), 'broken'],
	['half an archive', WORD, word({ 'word/a.xml': strToU8('<a/>') }).subarray(0, 40), 'broken'],
	['half a PDF', 'application/pdf', strToU8('%PDF-1.7\n1 0 obj <<'), 'broken'],
	[
		'a locked OpenDocument',
		TEXT,
		word({ 'META-INF/manifest.xml': strToU8('<a><encryption-data/></a>') }),
		'locked'
	]
];

test.each(hostile)('%s is refused with a reason, outside the event loop', async (_, mime, bytes, reason) => {
	expect(await launder({ mime, bytes: Uint8Array.from(bytes) })).toEqual({ reason });
});

test('after all that files are still cleaned', async () => {
	const made = await launder({ mime: 'image/jpeg', bytes: Uint8Array.from(await tellingPhotograph(CANARY)) });
	expect('bytes' in made && made.bytes.length > 0).toBe(true);
});

/** Many parts of one megabyte each, which pack well. */
function bomb(): Uint8Array {
	const part = new Uint8Array(8 * 1_048_576);
	return zipSync(Object.fromEntries(Array.from({ length: 32 }, (_, n) => [`word/${n}.xml`, part])), {
		level: 1
	});
}

function crowd(): Record<string, Uint8Array> {
	return Object.fromEntries(Array.from({ length: 6_000 }, (_, n) => [`word/${n}.xml`, strToU8('<a/>')]));
}
