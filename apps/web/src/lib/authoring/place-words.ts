import {
	fieldAt,
	isRecord,
	OUTLINE,
	pathOf,
	textIn,
	valueAt,
	type Field,
	type Json,
	type JsonRecord,
	type Path
} from '@stazhirovka/domain/outline';
import { labelAt, thingAt } from './words.ts';

const SHOWN = ['title', 'label', 'text', 'stem'];
const WHOLE: Field = { kind: 'record', fields: OUTLINE };

/** Where the parts stand of which the platform makes forms: findings name such a place by the form. */
const MADE: [start: RegExp, at: string][] = [
	[/^task:/, 'tasks.'],
	[/^peer_rubric(?=\.|$)/, 'rubric'],
	[/^feedback_survey(?=\.|$)/, 'survey'],
	[/^/, 'forms.']
];

/**
 * A place as an author knows it: «Задания › Минута понимания › Самопроверка». `removed`: what stood there, when the
 * document has it no more.
 */
export function placeWords(document: JsonRecord, place: string, removed?: Json): string {
	const names = inOutline(place);
	const path: Path = pathOf(document, names);
	const words = path.map((_, n) => stepWords(document, path.slice(0, n + 1)));
	if (removed !== undefined && path.length < names.split('.').length) words.push(nameIn(removed) ?? '');
	return words.filter(Boolean).join(' › ') || place;
}

function inOutline(place: string): string {
	const [start = ''] = place.split('.');
	if (place === '' || Object.hasOwn(OUTLINE, start)) return place;
	const [from, to] = MADE.find(([form]) => form.test(place)) ?? [/^/, ''];
	return place.replace(from, to);
}

function stepWords(document: JsonRecord, path: Path): string {
	const step = path.at(-1);
	const around = path.slice(0, -1);
	const name = nameIn(valueAt(document, path));
	if (typeof step === 'number') return name ?? thingAt(around, step + 1);
	if (fieldAt(WHOLE, around)?.kind === 'keyed' && name) return name;
	const label = labelAt(path);
	return around.length === 0 || (fieldAt(WHOLE, path) && label !== step) ? label : '';
}

/** What a thing calls itself. */
export function nameIn(thing: Json | undefined): string | undefined {
	return isRecord(thing) ? SHOWN.map((key) => textIn(thing, key).trim()).find(Boolean) : undefined;
}
