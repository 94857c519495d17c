import { inflateSync } from 'node:zlib';

export type ReadPdf = {
	/** The text in reading order, one line for each run, decorations left out. */
	lines: string[];
	/** Names of the embedded fonts without the tag of the subset. */
	fonts: string[];
	/** XMP metadata, as XML. */
	metadata: string;
	/** Addresses that can be clicked. */
	links: string[];
	language: string | null;
};

/** Reads a PDF back as a viewer does: through the fonts' own Unicode tables. For files that Typst writes. */
export function readPdf(bytes: Buffer): ReadPdf {
	const objects = objectsOf(bytes);
	const all = [...objects.values()];
	const pages = all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
	const fontFiles = all.filter(({ head }) => /\/FontFile2? /.test(head));

	return {
		lines: pages.flatMap((page) => linesOf(page.head, objects)),
		fonts: fontFiles.map(({ head }) => /\/FontName \/(?:[A-Z]{6}\+)?(\S+)/.exec(head)?.[1] ?? '').sort(),
		metadata: all.find(({ head }) => head.includes('/Type /Metadata'))?.body.toString('utf8') ?? '',
		links: all.flatMap(({ head }) => /\/URI \((.*?)\)/.exec(head)?.[1] ?? []),
		language:
			all.map(({ head }) => /\/Type \/Catalog[^]*\/Lang \((.*?)\)/.exec(head)?.[1]).find(Boolean) ?? null
	};
}

type PdfObject = { head: string; body: Buffer };

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
	const source = bytes.toString('latin1');
	const found = [...source.matchAll(/(?<=\n)(\d+) 0 obj\n([^]*?)\nendobj/g)];
	return new Map(found.map(([, id = '', text = '']) => [id, split(text)]));
}

function split(text: string): PdfObject {
	const start = text.indexOf('\nstream\n');
	if (start === -1) return { head: text, body: Buffer.alloc(0) };
	const head = text.slice(0, start);
	const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
	const from = start + '\nstream\n'.length;
	const body = Buffer.from(text.slice(from, from + length), 'latin1');
	return { head, body: head.includes('/FlateDecode') ? inflateSync(body) : body };
}

function linesOf(page: string, objects: Map<string, PdfObject>): string[] {
	const contents = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.body.toString('latin1') ?? '';
	const fonts = new Map(
		[...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, unicodeOf(id, objects)])
	);
	const visible = contents.replace(/\/Artifact [^]*?\nEMC/g, '');

	return [...visible.matchAll(/\nBT\n([^]*?)\nET/g)].map(([, run = '']) => {
		const font = fonts.get(/\/(f\d+) [\d.]+ Tf/.exec(run)?.[1] ?? '');
		return stringsOf(run)
			.map((text) => shown(unescape(text), font))
			.join('');
	});
}

/** A string ends at the parenthesis that closes it: balanced ones inside need no backslash. */
function stringsOf(run: string): string[] {
	const strings: string[] = [];
	let [depth, from] = [0, 0];
	for (let at = 0; at < run.length; at++) {
		if (run[at] === '\\') at++;
		else if (run[at] === '(' && depth++ === 0) from = at + 1;
		else if (run[at] === ')' && --depth === 0) strings.push(run.slice(from, at));
	}
	return strings;
}

function unicodeOf(id: string, objects: Map<string, PdfObject>): Map<number, string> {
	const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
	const rows =
		objects
			.get(table)
			?.body.toString('latin1')
			.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm) ?? [];
	return new Map([...rows].map(([, glyph = '', text = '']) => [parseInt(glyph, 16), utf16(text)]));
}

function utf16(hex: string): string {
	return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(text: string): Buffer {
	const plain = text.replace(/\\([0-7]{1,3}|[^])/g, (_, code: string) =>
		/[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code)
	);
	return Buffer.from(plain, 'latin1');
}

function shown(glyphs: Buffer, font: Map<number, string> | undefined): string {
	let text = '';
	for (let at = 0; at < glyphs.length; at += 2) text += font?.get(glyphs.readUInt16BE(at)) ?? '\ufffd';
	return text;
}
