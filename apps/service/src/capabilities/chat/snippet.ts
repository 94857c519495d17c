import { MARKS } from './search-queries.ts';

export type Piece = { text: string; hit: boolean };

/** Characters before the first word that was found, and in all. */
const LEAD = 60;
const LONGEST = 240;

/**
 * The words around what was found. `marked` is the text with its letters folded and what was found between marks: it
 * has as many letters as `text`, so that the reader sees the letters that were written.
 */
export function snippet(text: string, marked: string): Piece[] {
	const pieces = piecesOf(text, marked);
	const first = pieces.findIndex(({ hit }) => hit);
	const before = pieces.slice(0, Math.max(0, first)).reduce((length, piece) => length + piece.text.length, 0);
	return cut(pieces, wordStart(text, Math.max(0, before - LEAD)));
}

function piecesOf(text: string, marked: string): Piece[] {
	let place = 0;
	return marked.split(MARKS.start).flatMap((part, n) => {
		const [inner = '', outer] = part.split(MARKS.stop);
		const found = n > 0 && outer !== undefined;
		return [
			{ text: take(inner.length), hit: found },
			{ text: take(outer?.length ?? 0), hit: false }
		].filter((piece) => piece.text !== '');
	});

	function take(length: number): string {
		place += length;
		return text.slice(place - length, place);
	}
}

/** So many characters from a place on; a cut is told by three dots. */
function cut(pieces: Piece[], from: number): Piece[] {
	let place = 0;
	const kept = pieces.flatMap(({ text, hit }) => {
		const start = place;
		place += text.length;
		const part = text.slice(Math.max(0, from - start), Math.max(0, from + LONGEST - start));
		return part ? [{ text: part, hit }] : [];
	});
	const dots = { text: '…', hit: false };
	return [...(from > 0 ? [dots] : []), ...kept, ...(place > from + LONGEST ? [dots] : [])];
}

function wordStart(text: string, place: number): number {
	return place === 0 ? 0 : text.indexOf(' ', place) + 1 || place;
}
