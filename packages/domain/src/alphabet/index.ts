const russian = new Intl.Collator('ru', { numeric: true });

/** The order in which Russian readers look names up: by the alphabet, and «Школа № 9» before «Школа № 10». */
export function byAlphabet(one: string, other: string): number {
	return russian.compare(one, other);
}

/** What can be chosen: each value once, by the alphabet of its titles. */
export function choicesOf<T extends { value: string; title: string }>(all: readonly T[]): T[] {
	const once = new Map(all.map((one) => [one.value, one]));
	return [...once.values()].toSorted((one, other) => byAlphabet(one.title, other.title));
}

/** Every word occurs somewhere in these texts, whatever its case; «ё» and «е» are one letter to a reader. */
export function hasWords(texts: readonly string[], words: string): boolean {
	const text = plain(texts.join('\n'));
	return plain(words)
		.split(/\s+/)
		.every((word) => text.includes(word));
}

function plain(text: string): string {
	return text.toLocaleLowerCase('ru').replaceAll('ё', 'е');
}
