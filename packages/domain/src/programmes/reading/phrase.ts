const NUMBER_WORDS: [string, number][] = [
	['нол(?:ь|я|ю|ем)|нул(?:ь|я|ю|ем|и|ей|ями|евых|евые)', 0],
	['один|одна|одно|одну|одной|одного|одному|одним', 1],
	['два|две|двух|двум|двумя', 2],
	['три|трех|трем|тремя', 3],
	['четыре|четырех|четырем', 4],
	['пять|пяти|пятью', 5],
	['шесть|шести', 6],
	['семь|семи', 7],
	['восемь|восьми', 8],
	['девять|девяти', 9],
	['десять|десяти', 10],
	['двенадцать|двенадцати', 12],
	['пятнадцать|пятнадцати', 15],
	['двадцать|двадцати', 20],
	['сто|ста', 100]
];

const SIGNS: [RegExp, string][] = [
	[/[‐‑‒–—−]/g, '-'],
	[/≥|⩾|=>/g, '>='],
	[/≤|⩽|=</g, '<='],
	[/[«»„“”‟]/g, '"'],
	[/[ \u00a0\u202f\t\r\n]+/g, ' ']
];

const NUMBERS = NUMBER_WORDS.map(([words, value]): [RegExp, string] => {
	return [new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'gu'), String(value)];
});

/** The phrase as a grammar reads it: small letters, no ё, one kind of dash, quotation mark and space, digits. */
export function normalise(text: string): string {
	const lower = text.toLowerCase().replaceAll('ё', 'е');
	const plain = [...SIGNS, ...NUMBERS].reduce((phrase, [from, to]) => phrase.replace(from, to), lower);
	return plain.trim().replace(/[.\s]+$/, '');
}

/** Clauses between commas and semicolons that are not inside brackets. */
export function clausesOf(phrase: string, between: RegExp = /[,;]/): string[] {
	return phrase
		.replace(/\([^)]*\)/g, '')
		.split(between)
		.map((clause) => clause.trim())
		.filter((clause) => clause !== '');
}

/** «12», «1,5», «1.5». */
export function numberOf(digits: string): number {
	return Number(digits.replace(',', '.'));
}
