import type { Row } from './rows.ts';

/** Where each row begins, in pixels from the first one; the last number is the height of all. */
export type Tops = Float64Array;

const guesses = new WeakMap<Row, number>();

/** Heights by the keys of rows, as the browser has drawn them. */
export function noHeights(): Map<string, number> {
	return new Map();
}

/** Rows that were never drawn are guessed by what they hold; a wrong guess is mended when they come near. */
export function topsOf(rows: readonly Row[], measured: ReadonlyMap<string, number>): Tops {
	const tops = new Float64Array(rows.length + 1);
	let top = 0;
	for (const [at, row] of rows.entries()) {
		top += measured.get(row.key) ?? guessed(row);
		tops[at + 1] = top;
	}
	return tops;
}

/** The row at a height: the last one that begins at or above it. */
export function rowAt(tops: Tops, height: number): number {
	let [low, high] = [0, Math.max(tops.length - 2, 0)];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((tops[middle] ?? 0) <= height) low = middle;
		else high = middle - 1;
	}
	return low;
}

function guessed(row: Row): number {
	const height = guesses.get(row) ?? guess(row);
	guesses.set(row, height);
	return height;
}

function guess(row: Row): number {
	if (row.kind !== 'message') return row.kind === 'pending' ? 72 : 40;

	const { text, files, card, subject } = row.message;
	const lines = Math.ceil(text.length / 48) + (text.split('\n').length - 1);
	return 52 + lines * 24 + files.length * 72 + (card ? 120 : 0) + (subject ? 26 : 0) - (row.on ? 22 : 0);
}
