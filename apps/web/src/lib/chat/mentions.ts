export type Person = { id: string; fullName: string; shortName: string };
export type Call = { from: number; part: string };

/** The name that is being typed before the cursor: from its `@`, and what of it is there. */
export function callAt(text: string, cursor: number): Call | null {
	const before = text.slice(0, cursor);
	const from = before.lastIndexOf('@');
	if (from < 0 || /[\p{L}\p{N}]/u.test(before[from - 1] ?? '')) return null;

	const part = before.slice(from + 1);
	return part.length > 40 || /[\n@]/.test(part) || part.startsWith(' ') ? null : { from, part };
}

/** People whose surname, name or patronymic begins so; ё and е are one letter. */
export function matching(people: readonly Person[], part: string): Person[] {
	const sought = folded(part);
	return people
		.filter(({ fullName, shortName }) => {
			const words = folded(fullName).split(' ');
			return (
				folded(shortName).startsWith(sought) ||
				words.some((_, at) => words.slice(at).join(' ').startsWith(sought))
			);
		})
		.slice(0, 6);
}

/** The text with the whole name in place of what was typed of it, and where the cursor then stands. */
export function completed(
	text: string,
	{ from, part }: Call,
	{ shortName }: Person
): { text: string; cursor: number } {
	const name = `@${shortName} `;
	const rest = text.slice(from + 1 + part.length);
	return { text: text.slice(0, from) + name + rest.replace(/^ /, ''), cursor: from + name.length };
}

/** Ids of the people whose names stand in a text after an `@`. */
export function calledIn(text: string, people: readonly Person[]): string[] {
	const called = new Set<string>();
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
		for (const { id } of namedAt(text, at, people)) called.add(id);
	return people.filter(({ id }) => called.has(id)).map(({ id }) => id);
}

/** Whose name stands after the `@` at a place: the longest that fits, for one may begin another; namesakes have one. */
export function namedAt<One extends { shortName: string }>(
	text: string,
	at: number,
	people: readonly One[]
): One[] {
	// Somebody who has left may have no name here: every «@» would be his.
	const fitting = people.filter(({ shortName }) => shortName && text.startsWith(shortName, at + 1));
	const longest = Math.max(0, ...fitting.map(({ shortName }) => shortName.length));
	return fitting.filter(({ shortName }) => shortName.length === longest);
}

function folded(words: string): string {
	return words.toLowerCase().replaceAll('ё', 'е');
}
