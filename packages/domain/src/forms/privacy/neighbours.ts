import type { Place } from './places.ts';
import { isAdjectiveLike, isKnown, isPlainSurname, isSurnameLike } from './surnames.ts';
import {
	isAdultRole,
	isBook,
	isInstitution,
	isLettered,
	isPlace,
	isPupilRole,
	isPupilsRole,
	opensTitle
} from './surroundings.ts';
import type { Word } from './words.ts';

/** After «учитель», «улица» or, for names that authors have, «сказка» the name is no pupil's. */
export function isHarmlessAfter({ words, at, word }: Place, books: boolean): boolean {
	const before = words[at - 1];
	if (!before || word.opens) return false;
	return isAdultRole(before.text) || isPlace(before.text) || (books && isBook(before.text));
}

/** «Ученик А», «группа Б» and «класс В. Снова»: the letter is no initial. */
export function isNamedByLetter(word: Word | undefined): boolean {
	return word !== undefined && (isLettered(word.text) || isAdultRole(word.text));
}

/** «ученик Сидоркин», «мама Ратмира», «ученики Иванов и Козлов»; not «ученик Новгородской школы». */
export function isAfterPupil({ words, at, word }: Place, next: Word | null): boolean {
	const before = words[at - 1];
	if (!before || !word.joined || !word.capital || word.text.length < 3) return false;
	if (isInstitution(word.text) || isKnown(word.text)) return false;
	if (isAdjectiveLike(word.text) && next && !next.capital) return false;
	return isPupilRole(before.text) || (isPupilsRole(before.text) && isSurnameLike(word.text));
}

/** Two unknown words with capitals inside a sentence, one of them a plain surname: «Айгуль Каримова». */
export function isStrangerPair(word: Word, next: Word): boolean {
	if (word.opens || word.quoted || !word.capital || !next.capital || word.text.length < 3) return false;
	if (isKnown(next.text) || isKnown(word.text)) return false;
	return (isPlainSurname(next.text) || isPlainSurname(word.text)) && !opensTitle(word.text);
}
