import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import qr from 'jsqr';
import { PNG } from 'pngjs';

export type ReadPdf = {
	text: string;
	/** Names of the embedded fonts, without the tag of the subset. */
	fonts: string[];
	/** Width and height of the page in points. */
	size: string;
	/** What the QR code on the first page says. */
	code: string;
};

/** Reads a PDF back with tools that are not ours: poppler for text and fonts, a picture of the page for the code. */
export function readPdf(bytes: Buffer): ReadPdf {
	const folder = mkdtempSync(path.join(tmpdir(), 'stazhirovka-pdf-'));
	try {
		const file = path.join(folder, 'certificate.pdf');
		writeFileSync(file, bytes);
		run('pdftoppm', '-png', '-r', '150', '-singlefile', file, path.join(folder, 'page'));
		return {
			text: run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' '),
			fonts: embedded(run('pdffonts', file)),
			size: /Page size:\s+(.+)/.exec(run('pdfinfo', file))?.[1]?.trim() ?? '',
			code: decode(readFileSync(path.join(folder, 'page.png')))
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Poppler remarks on harmless entries of a PDF; it ends with an error when it cannot read one. */
function run(program: string, ...args: string[]): string {
	return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Lines of `pdffonts`: a name, a type, an encoding, then «emb sub uni». */
function embedded(listing: string): string[] {
	return listing
		.split('\n')
		.slice(2)
		.filter((line) => /\byes (yes|no) yes\b/.test(line))
		.map((line) => line.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '');
}

function decode(png: Buffer): string {
	const { data, width, height } = PNG.sync.read(png);
	return qr.default(new Uint8ClampedArray(data), width, height)?.data ?? '';
}
