import type { Word } from './words.ts';

/** A word in its text, with all the words around it. */
export type Place = { text: string; words: Word[]; at: number; word: Word };

/** The word that many places on, if only spaces lie before it. */
export function joined(place: Place, on: number): Word | null {
	const word = place.words[place.at + on];
	return word?.joined ? word : null;
}

/** «Петя, начни»: inside a quotation only a child who is spoken to is a child of the class. */
export function isAddressed(text: string, word: Word): boolean {
	return (
		/[,!?]/.test(text.charAt(word.end)) || /,\s*$/.test(text.slice(Math.max(0, word.start - 3), word.start))
	);
}

/** «Пётр I», «Екатерина II». */
export function isRuler(text: string, word: Word): boolean {
	return /^\s+[IVX]+(?![a-z])/.test(text.slice(word.end, word.end + 8));
}

/** A letter that stands for a surname: followed by a dot or by the end of what is said. */
export function isInitial(text: string, letter: Word): boolean {
	return /^(?:[.,;)!?»]|\s*$)/.test(text.slice(letter.end, letter.end + 4));
}

/** «П. » or «П.» directly before the next word. */
export function isSpacedInitial(text: string, letter: Word, next: Word | undefined): boolean {
	return next !== undefined && /^\. ?$/.test(text.slice(letter.end, next.start));
}
