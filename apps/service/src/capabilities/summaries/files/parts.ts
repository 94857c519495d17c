import type { FileTable } from './file-table.ts';

/** Columns of a table side by side on one sheet: places among the heads, and their widths in millimetres. */
export type Part = { places: number[]; widths: number[] };
type Laid = { orientation: 'portrait' | 'landscape'; parts: Part[] };

/** A4 between its margins, in millimetres, as both the PDF and the Word file set it. */
const ROOM = { portrait: 165, landscape: 252 };
/** Least widths of what names a row: it is read, figures are looked up. */
const NAMES = [48, 42];
/** A letter of small bold print, and the margins of a cell. */
const LETTER = 1.9;
const MARGINS = 3;
/** A longer word of a head may be hyphenated. */
const WHOLE_WORD = 9;
const WIDEST = 34;

/**
 * How the columns stand on paper: upright where every word stands whole, else on a sheet that lies. What is still too
 * wide goes on in another table with the names of the rows in front, the periods of one measure kept together.
 */
export function laidOut(
	{ heads, names, beside }: Pick<FileTable, 'heads' | 'names' | 'beside'>,
	lines: string[][]
): Laid {
	const labels = NAMES.slice(0, names);
	const taken = labels.reduce((sum, width) => sum + width, 0);
	const figures = heads.slice(names);
	const words = [...figures, ...lines.flatMap((cells) => cells.slice(names))];
	const wished = Math.min(WIDEST, widthOf(words, Number.POSITIVE_INFINITY));
	const orientation = taken + figures.length * wished <= ROOM.portrait ? 'portrait' : 'landscape';

	const room = ROOM[orientation] - taken;
	const least = widthOf(words, WHOLE_WORD);
	const most = Math.max(1, Math.floor(room / least));
	const size = evenly(figures.length, most, beside);
	const parts = Array.from({ length: Math.ceil(figures.length / size) }, (_, n): Part => {
		const places = figures.map((_, place) => names + place).slice(n * size, (n + 1) * size);
		// Of what is left over, half goes to the names.
		const width = Math.min(wished, (least + room / size) / 2);
		const spare = ROOM[orientation] - taken - width * places.length;
		return {
			places: [...labels.keys(), ...places],
			widths: [...labels.map((one) => one + spare / labels.length), ...places.map(() => width)]
		};
	});
	return { orientation, parts };
}

/** Columns of one part, so that all parts are about as wide. */
function evenly(count: number, most: number, beside: number): number {
	const unit = beside <= most ? beside : 1;
	const units = Math.ceil(count / unit);
	const parts = Math.ceil(units / Math.floor(most / unit));
	return Math.max(1, Math.ceil(units / parts)) * unit;
}

/** Of the longest of the words, where longer ones than so many letters may be hyphenated. Numbers never are. */
function widthOf(texts: string[], most: number): number {
	const letters = texts.flatMap((text) =>
		text.split(/[ \n]|(?<=[–-])/).map((word) => (/\d/.test(word) ? word.length : Math.min(word.length, most)))
	);
	return LETTER * letters.reduce((longest, one) => Math.max(longest, one), 1) + MARGINS;
}
