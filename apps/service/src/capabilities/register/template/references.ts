export type Range = { from: Place; to: Place };
export type Place = { column: number; row: number };

const LAST_ROW = 1_048_576;
const RANGE = /^\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/;

/** 1 of «A», 27 of «AA». */
export function columnOf(letters: string): number {
	return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** «AN» of 40. */
export function lettersOf(column: number): string {
	const before = Math.floor((column - 1) / 26);
	return (before ? lettersOf(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** «A1», «$A$1:$B$9», «A:A»; null for anything else. */
export function rangeOf(reference: string): Range | null {
	const [, left, top, right, bottom] = RANGE.exec(reference) ?? [];
	if (!left) return null;
	const from = { column: columnOf(left), row: top ? Number(top) : 1 };
	const isOne = !right;
	const lastRow = isOne ? (top ? from.row : LAST_ROW) : bottom ? Number(bottom) : LAST_ROW;
	return { from, to: { column: right ? columnOf(right) : from.column, row: lastRow } };
}

export function covers({ from, to }: Range, { column, row }: Place): boolean {
	return column >= from.column && column <= to.column && row >= from.row && row <= to.row;
}
