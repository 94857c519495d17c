import { referables, textIn, type Path, type RecordsField } from '@stazhirovka/domain/outline';
import type { Desk } from './desk.svelte.ts';
import { thingAt } from './words.ts';

const LONG = 80;

/** What a thing of a list is called in lists: its title, or «Задание 3» while it has none. */
export function nameOfThing(desk: Desk, field: RecordsField, path: Path, index: number): string {
	const words = textIn(desk.at([...path, index]), field.title).trim();
	const titled = field.fields[field.title];
	const named = titled?.kind === 'reference' ? titleOf(desk, titled.to, words) : words;
	if (named === '') return thingAt(path, index + 1);
	return named.length > LONG ? `${named.slice(0, LONG)}…` : named;
}

function titleOf(desk: Desk, to: Parameters<typeof referables>[1], key: string): string {
	return referables(desk.document, to).find((one) => one.key === key)?.title ?? key;
}

/** How many findings stand at a thing or inside it. */
export function findingsIn(desk: Desk, place: string) {
	return desk.findings.filter((finding) => finding.place === place || finding.place.startsWith(`${place}.`));
}
