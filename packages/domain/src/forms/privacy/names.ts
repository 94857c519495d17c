import { givenName } from './name-forms.ts';
import { isAfterPupil, isHarmlessAfter, isNamedByLetter, isStrangerPair } from './neighbours.ts';
import { isAddressed, isInitial, isRuler, isSpacedInitial, joined, type Place } from './places.ts';
import { isEpithet, isKnown, isPatronymic, isSurnameLike } from './surnames.ts';
import { isNameLike, wordsOf, type Word } from './words.ts';

/** A stretch of words that was read: a name to warn about, or words known to be harmless. */
type Reading = { words: number; fragment: string | null };

/**
 * Fragments of a text that look like a pupil's name (R166): a given name, alone or with a surname or an initial.
 * Adults by name and patronymic, authors, «Ученик А» and capitals at a sentence start are let through.
 */
export function findNames(text: string): string[] {
	const words = wordsOf(text);
	const found: string[] = [];

	for (let at = 0; at < words.length;) {
		const word = words[at];
		const reading = word && read({ text, words, at, word });
		if (reading?.fragment) found.push(reading.fragment);
		at += reading?.words ?? 1;
	}
	return found;
}

function read(place: Place): Reading | null {
	if (place.word.letter) return readInitialFirst(place);
	if (!place.word.capital && !place.word.caps) return null;

	return givenName(place.word.text) ? readGivenFirst(place) : readOther(place);
}

/** «Петя», «Петя И.», «Иван Петров»; «Мария Ивановна» and «Лев Толстой» are harmless. */
function readGivenFirst(place: Place): Reading | null {
	const { text, word } = place;
	const kind = givenName(word.text);
	const next = joined(place, 1);
	const harmless = isHarmlessAfter(place, kind !== 'short');

	if (next && isPatronymic(next.text)) return readPatronymic(place, harmless);
	if (next && isNameLike(next)) {
		if (isEpithet(next.text) || (kind !== 'short' && isKnown(next.text))) return skip(2);
		if (kind !== 'word' || !word.opens || isSurnameLike(next.text)) return takeUnless(harmless, place, 2);
	}
	if (next?.letter && isInitial(text, next)) return takeUnless(harmless, place, 2);
	if (kind === 'word' && word.opens) return skip(1);
	if (word.quoted && !isAddressed(text, word)) return skip(1);

	return takeUnless(harmless || word.caps || isRuler(text, word), place, 1);
}

/** Name and patronymic alone is how adults are called; with a surname it is a full name. */
function readPatronymic(place: Place, harmless: boolean): Reading {
	const surname = joined(place, 2);
	if (!surname || !isNameLike(surname) || !isSurnameLike(surname.text)) return skip(2);
	return takeUnless(harmless || isKnown(surname.text), place, 3);
}

/** «Иванов Петя», «Иванов П.», «ученик Сидоркин», «Айгуль Каримова». */
function readOther(place: Place): Reading | null {
	const { text, word } = place;
	const next = joined(place, 1);
	const harmless = isHarmlessAfter(place, true);

	if (next && isSurnameFirst(word, next)) {
		const patronymic = joined(place, 2);
		const length = patronymic && isPatronymic(patronymic.text) ? 3 : 2;
		return takeUnless(harmless || (isKnown(word.text) && givenName(next.text) !== 'short'), place, length);
	}
	if (next?.letter && text[next.end] === '.' && isSurnameLike(word.text) && !isNamedByLetter(word)) {
		return takeUnless(harmless || isKnown(word.text), place, 2);
	}
	if (isAfterPupil(place, next)) return take(place, 1);
	return next && isStrangerPair(word, next) ? takeUnless(harmless, place, 2) : null;
}

/** A capital at a sentence start must look like a surname; elsewhere any unknown word before a given name is one. */
function isSurnameFirst(word: Word, next: Word): boolean {
	if (!isNameLike(word) || !isNameLike(next) || !givenName(next.text)) return false;
	return (isSurnameLike(word.text) || !word.opens) && !isNamedByLetter(word);
}

/** «П. Иванов». Two initials before a surname are how authors and officials are written. */
function readInitialFirst(place: Place): Reading | null {
	const { text, words, at, word } = place;
	const next = words[at + 1];
	if (!next || !isSpacedInitial(text, word, next)) return null;
	if (next.letter) return skip(isSpacedInitial(text, next, words[at + 2]) ? 3 : 2);
	if (!isNameLike(next) || !isSurnameLike(next.text)) return null;

	const before = words[at - 1];
	const lettered =
		/\d\s*$/.test(text.slice(Math.max(0, word.start - 3), word.start)) || isNamedByLetter(before);
	return lettered || isKnown(next.text) || isHarmlessAfter(place, true) ? null : take(place, 2);
}

function skip(words: number): Reading {
	return { words, fragment: null };
}

function takeUnless(harmless: boolean, place: Place, count: number): Reading {
	return harmless ? skip(count) : take(place, count);
}

function take(place: Place, count: number): Reading {
	const { text, words, at, word } = place;
	const last = words[at + count - 1] ?? word;
	const end = last.letter && text[last.end] === '.' ? last.end + 1 : last.end;
	return { words: count, fragment: text.slice(word.start, end) };
}
