import type { DraftFinding } from '@stazhirovka/contract/authoring';
import {
	referables,
	textIn,
	type Path,
	type Referable,
	type RecordsField
} from '@stazhirovka/domain/outline';
import { m } from '#lib/paraglide/messages.js';
import type { Desk } from './desk.svelte.ts';
import { cardAt, thingAt } from './words.ts';

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
	const known = referables(desk.document, to).find((one) => one.key === key);
	if (known) return nameOfReferable(known);
	return key && m.outline_lost({ key });
}

/** What may be chosen is called by its title, or by its place in the programme while it has none: never by its key. */
export function nameOfReferable({ key, title, path }: Referable): string {
	if (title.trim() !== '') return title;
	const [part, around, , at] = path;
	if (part === 'forms') return cardAt(key);
	if (at === undefined) return thingAt([String(part)], Number(around) + 1);
	return m.designing_activity_over({ module: Number(around) + 1, n: Number(at) + 1 });
}

/** What the checks find at a thing or inside it. */
export function findingsIn(desk: Desk, place: string): DraftFinding[] {
	return desk.findings.filter((finding) => finding.place === place || finding.place.startsWith(`${place}.`));
}
