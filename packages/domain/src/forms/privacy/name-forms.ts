import { FULL_NAMES, NAMES_THAT_ARE_WORDS, SHORT_NAMES } from './given-names.ts';

export type GivenName = 'full' | 'short' | 'word';

const IRREGULAR: Record<string, string> = { павел: 'павл', лев: 'льв' };
const HISSING = /[жшчщц]$/;
const TAKES_I = /[гкхжшчщ]$/;

/** Lower case without ё: «Пётр» and «Петр» are one name. «Тёма» keeps its ё, or every «Тема урока» were a boy. */
export function fold(word: string): string {
	return word.toLowerCase().replaceAll('ё', 'е');
}

const FORMS: ReadonlyMap<string, GivenName> = new Map([
	...formsOf(FULL_NAMES, 'full'),
	...formsOf(SHORT_NAMES, 'short'),
	...formsOf(NAMES_THAT_ARE_WORDS, 'word'),
	...formsOf(['Пётр'], 'full')
]);

/** What kind of given name the word is, in any case of declension. */
export function givenName(word: string): GivenName | null {
	if (/^тем/i.test(word)) return null;
	return FORMS.get(fold(word)) ?? null;
}

function formsOf(names: string[], kind: GivenName): [string, GivenName][] {
	return names.flatMap((name) => decline(fold(name)).map((form): [string, GivenName] => [form, kind]));
}

function decline(name: string): string[] {
	const last = name.at(-1) ?? '';
	const stem = name.slice(0, -1);

	if (last === 'я') return endings(stem, ['я', 'и', 'е', 'ю', 'ей', 'ею']);
	if (last === 'а')
		return endings(stem, [
			'а',
			TAKES_I.test(stem) ? 'и' : 'ы',
			'е',
			'у',
			'ой',
			HISSING.test(stem) ? 'ей' : 'ою'
		]);
	if (last === 'й') return endings(stem, ['й', 'я', 'ю', 'ем', 'е', 'и']);
	if (last === 'ь') return endings(stem, ['ь', 'я', 'ю', 'ем', 'е', 'и', 'ью']);
	if (/[уиэо]/.test(last)) return [name];

	return [
		name,
		...endings(IRREGULAR[name] ?? name, ['а', 'у', 'ом', 'е', ...(HISSING.test(name) ? ['ем'] : [])])
	];
}

function endings(stem: string, list: string[]): string[] {
	return list.map((ending) => stem + ending);
}
