import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import qr from 'jsqr';
import { PNG } from 'pngjs';

export { readDocx, type ReadDocx } from './docx.ts';

export type ReadPdf = {
	/** The words in reading order, with single spaces. */
	text: string;
	/** Names of the embedded fonts in the order of the alphabet, without the tag of the subset. */
	fonts: string[];
	pages: number;
	/** Width and height of the first page in points. */
	size: string;
	/** Whether screen readers are told what is a heading and what is a picture. */
	tagged: boolean;
	/** XMP, as XML. */
	metadata: string;
	/** Addresses that can be clicked. */
	links: string[];
	/** What the QR code on the first page says; empty when there is none. */
	code: string;
	/** Attached files by their names. */
	attached: Record<string, string>;
};

/**
 * Reads a PDF back with tools that are not ours: poppler for text and fonts, a picture of the page for the code.
 * Throws when poppler cannot read it, or is not installed.
 */
export function readPdf(bytes: Buffer): ReadPdf {
	const folder = mkdtempSync(path.join(tmpdir(), 'stazhirovka-pdf-'));
	try {
		const file = path.join(folder, 'document.pdf');
		writeFileSync(file, bytes);
		run('pdftoppm', '-png', '-r', '150', '-singlefile', file, path.join(folder, 'page'));
		const facts = run('pdfinfo', file);
		return {
			text: run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ').trim(),
			fonts: embedded(run('pdffonts', file)),
			pages: Number(fact(facts, 'Pages')),
			size: fact(facts, 'Page size'),
			tagged: fact(facts, 'Tagged') === 'yes',
			metadata: run('pdfinfo', '-meta', file),
			links: rows(run('pdfinfo', '-url', file), 1).map((row) => row.trim().split(/\s+/).at(-1) ?? ''),
			code: decode(readFileSync(path.join(folder, 'page.png'))),
			attached: detach(file, path.join(folder, 'attached'))
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function detach(file: string, into: string): Record<string, string> {
	mkdirSync(into);
	run('pdfdetach', '-saveall', '-o', into, file);
	const names = readdirSync(into);
	return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(into, name), 'utf8')]));
}

/** Poppler remarks on harmless entries of a PDF; it ends with an error when it cannot read one. */
function run(program: string, ...args: string[]): string {
	return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function fact(facts: string, name: string): string {
	return new RegExp(`^${name}:\\s+(.+)$`, 'm').exec(facts)?.[1]?.trim() ?? '';
}

/** The rows of a listing under its heading. */
function rows(listing: string, heading: number): string[] {
	return listing
		.split('\n')
		.slice(heading)
		.filter((row) => row.trim() !== '');
}

/** Rows of `pdffonts`: a name, a type, an encoding, then «emb sub uni». */
function embedded(listing: string): string[] {
	return rows(listing, 2)
		.filter((row) => /\byes (yes|no) yes\b/.test(row))
		.map((row) => row.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '')
		.sort();
}

function decode(png: Buffer): string {
	const { data, width, height } = PNG.sync.read(png);
	return qr.default(new Uint8ClampedArray(data), width, height)?.data ?? '';
}
