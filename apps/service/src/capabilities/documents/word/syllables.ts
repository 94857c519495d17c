import type { Words } from '@stazhirovka/domain/documents';

export const SOFT_HYPHEN = '\u00ad';

const VOWEL = 'аеёиоуыэюя';
const CONSONANT = 'бвгджзйклмнпрстфхцчшщ';
/** After a vowel, й, ь or ъ, before a consonant with its vowel, two letters from either end. */
const BETWEEN = [
	`(?<=[${VOWEL}])(?=[${CONSONANT}][${VOWEL}])`,
	`(?<=[${VOWEL}][${CONSONANT}][ьъ]?)(?=[${CONSONANT}]+[${VOWEL}])`,
	`(?<=[йьъ])(?=[${CONSONANT}])`,
	`(?<=[${VOWEL}])(?=[аеёиоуэюя][${CONSONANT}][${VOWEL}])`
].join('|');
const SYLLABLES = new RegExp(`(?<=\\p{L}{2})(?:${BETWEEN})(?=\\p{L}{2})`, 'giu');

/** The words with soft hyphens between the syllables of those that are longer than so many letters. */
export function softened(words: Words, most: number): Words {
	if (typeof words === 'string') return soft(words, most);
	return words.map((span) => (typeof span === 'string' ? soft(span, most) : span));
}

function soft(text: string, most: number): string {
	return text.replace(/\p{L}+/gu, (word) =>
		word.length > most ? word.replace(SYLLABLES, SOFT_HYPHEN) : word
	);
}
