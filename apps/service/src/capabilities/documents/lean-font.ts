/** Instructions for screens of old: on paper and on screens of today they change nothing, in a file they weigh the most. */
const HINTS: ReadonlySet<string> = new Set(['fpgm', 'prep', 'cvt ', 'gasp', 'hdmx', 'VDMX', 'LTSH', 'DSIG']);
/** Family, style, full and PostScript name: by them a font is found. The licence's text stays in the package. */
const NAMES: ReadonlySet<number> = new Set([1, 2, 4, 6, 16, 17]);
const WINDOWS = 3;

const [INSTRUCTED, MORE, WORDS, SCALE, SCALES, MATRIX] = [0x100, 0x20, 1, 8, 0x40, 0x80];

/** A TrueType font that draws the same glyphs without hints and long names: each document embeds a part of it. */
export function leanFont(font: Buffer): Buffer {
	const tables = tablesOf(font);
	const [head, loca, glyf, name] = ['head', 'loca', 'glyf', 'name'].map((tag) => tables.get(tag));
	if (!head || !loca || !glyf || !name) return font;

	const glyphs = glyphsOf(glyf, loca, head.readUInt16BE(50) === 1).map(withoutHints);
	const offsets = Buffer.alloc((glyphs.length + 1) * 4);
	let end = 0;
	glyphs.forEach((glyph, at) => offsets.writeUInt32BE((end += glyph.length), (at + 1) * 4));
	const longHead = Buffer.from(head);
	longHead.writeUInt16BE(1, 50);

	tables.set('glyf', Buffer.concat(glyphs)).set('loca', offsets).set('head', longHead);
	tables.set('name', shortNames(name));
	return assembled(
		font.subarray(0, 4),
		[...tables].filter(([tag]) => !HINTS.has(tag))
	);
}

function tablesOf(font: Buffer): Map<string, Buffer> {
	const count = font.readUInt16BE(4);
	return new Map(
		Array.from({ length: count }, (_, n) => {
			const at = 12 + 16 * n;
			const offset = font.readUInt32BE(at + 8);
			const bytes = font.subarray(offset, offset + font.readUInt32BE(at + 12));
			return [font.toString('latin1', at, at + 4), bytes];
		})
	);
}

function glyphsOf(glyf: Buffer, loca: Buffer, isLong: boolean): Buffer[] {
	const offset = (n: number) => (isLong ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2);
	const count = loca.length / (isLong ? 4 : 2) - 1;
	return Array.from({ length: count }, (_, n) => glyf.subarray(offset(n), offset(n + 1)));
}

function withoutHints(glyph: Buffer): Buffer {
	if (glyph.length === 0) return glyph;
	const contours = glyph.readInt16BE(0);
	return padded(contours < 0 ? plainParts(glyph) : plainContours(glyph, 10 + 2 * contours));
}

/** `at`: where the length of the instructions stands. */
function plainContours(glyph: Buffer, at: number): Buffer {
	const rest = glyph.subarray(at + 2 + glyph.readUInt16BE(at));
	return Buffer.concat([glyph.subarray(0, at), Buffer.alloc(2), rest]);
}

function plainParts(glyph: Buffer): Buffer {
	const plain = Buffer.from(glyph);
	let at = 10;
	for (let flags = MORE; flags & MORE;) {
		flags = plain.readUInt16BE(at);
		plain.writeUInt16BE(flags & ~INSTRUCTED, at);
		at += 4 + (flags & WORDS ? 4 : 2);
		at += flags & SCALE ? 2 : flags & SCALES ? 4 : flags & MATRIX ? 8 : 0;
	}
	return plain.subarray(0, at);
}

function shortNames(name: Buffer): Buffer {
	const strings = name.readUInt16BE(4);
	const records = Array.from({ length: name.readUInt16BE(2) }, (_, n) =>
		name.subarray(6 + 12 * n, 18 + 12 * n)
	).filter((record) => record.readUInt16BE(0) === WINDOWS && NAMES.has(record.readUInt16BE(6)));
	const words = records.map((record) => {
		const from = strings + record.readUInt16BE(10);
		return name.subarray(from, from + record.readUInt16BE(8));
	});
	const start = Buffer.from(name.subarray(0, 6));
	start.writeUInt16BE(records.length, 2);
	start.writeUInt16BE(6 + 12 * records.length, 4);
	let end = 0;
	const moved = records.map((record, n) => {
		const copy = Buffer.from(record);
		copy.writeUInt16BE(end, 10);
		end += words[n]?.length ?? 0;
		return copy;
	});
	return Buffer.concat([start, ...moved, ...words]);
}

/** Check sums stay nought: whoever embeds a part of the font counts its own. */
function assembled(version: Buffer, tables: [string, Buffer][]): Buffer {
	const directory = Buffer.alloc(12 + 16 * tables.length);
	version.copy(directory);
	directory.writeUInt16BE(tables.length, 4);
	const power = Math.floor(Math.log2(tables.length));
	directory.writeUInt16BE(16 * 2 ** power, 6);
	directory.writeUInt16BE(power, 8);
	directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10);

	let offset = directory.length;
	const bodies = tables.map(([tag, bytes], n) => {
		const at = 12 + 16 * n;
		directory.write(tag, at, 'latin1');
		directory.writeUInt32BE(offset, at + 8);
		directory.writeUInt32BE(bytes.length, at + 12);
		const body = padded(bytes);
		offset += body.length;
		return body;
	});
	return Buffer.concat([directory, ...bodies]);
}

function padded(bytes: Buffer): Buffer {
	const rest = bytes.length % 4;
	return rest ? Buffer.concat([bytes, Buffer.alloc(4 - rest)]) : bytes;
}
