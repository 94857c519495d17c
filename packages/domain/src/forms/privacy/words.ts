/** A Cyrillic word of a text with what surrounds it. */
export type Word = {
	text: string;
	start: number;
	end: number;
	/** First letter capital, the rest small: «Петя», «Мамин-Сибиряк». */
	capital: boolean;
	/** All letters capital and more than one: «ИВАНОВ», «СДВГ». */
	caps: boolean;
	/** One capital letter: an initial, a class letter, the letter of a pupil. */
	letter: boolean;
	/** A capital letter here proves nothing: a sentence, a line or a quotation begins. */
	opens: boolean;
	/** Inside quotation marks. */
	quoted: boolean;
	/** Between this word and the one before there is a space and nothing else. */
	joined: boolean;
};

const WORD = /[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*/gu;
const CAPITAL = /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*$/u;
const CAPS = /^[А-ЯЁ]{2,}(?:-[А-ЯЁ]+)*$/u;
const LETTER = /^[А-ЯЁ]$/u;
const SENTENCE_END = /[.!?…\n:;|•*\t/]|[–—-]\s*$/u;
const QUOTE = /[«»„“”"]/gu;

export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let quoted = false;
	let read = 0;

	for (const match of text.matchAll(WORD)) {
		const gap = text.slice(read, match.index);
		quoted = stateAfter(gap, quoted);
		words.push(word(match[0], match.index, gap, quoted));
		read = match.index + match[0].length;
	}
	return words;
}

function word(text: string, start: number, gap: string, quoted: boolean): Word {
	const joined = /^[ \u00a0]+$/.test(gap);
	return {
		text,
		start,
		end: start + text.length,
		capital: CAPITAL.test(text),
		caps: CAPS.test(text),
		letter: LETTER.test(text),
		opens: start === 0 || gap.length === start || SENTENCE_END.test(gap) || /[«„“"(]\s*$/u.test(gap),
		quoted,
		joined
	};
}

function stateAfter(gap: string, quoted: boolean): boolean {
	let state = quoted;
	for (const mark of gap.match(QUOTE) ?? []) {
		if (mark === '"') state = !state;
		else if (mark === '“') state = !state;
		else state = mark === '«' || mark === '„';
	}
	return state;
}

export function isNameLike(word: Word): boolean {
	return (word.capital || word.caps) && word.text.length > 2;
}
