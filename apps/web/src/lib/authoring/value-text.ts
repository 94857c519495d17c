import {
	fieldAt,
	isList,
	isRecord,
	OUTLINE,
	pathOf,
	recordsIn,
	referables,
	textIn,
	valueAt as heldAt,
	type Field,
	type Json,
	type JsonRecord,
	type Path,
	type Referable
} from '@stazhirovka/domain/outline';
import { m } from '#lib/paraglide/messages.js';
import { nameIn } from './place-words.ts';
import { nameOfReferable } from './thing.ts';
import { labelAt, valueAt } from './words.ts';

const WHOLE: Field = { kind: 'record', fields: OUTLINE };
/** What is shown of a thing with many names before the rest is left out. */
const LONGEST = 1200;

/**
 * A value of a programme as lines to be read: things of a list each on a line, the words of a thing one after another.
 * What is referred to by its key is named as the document names it.
 */
export function textOfValue(value: Json | undefined, document: JsonRecord, place: string): string {
	const text = linesOf(value, document, place.split('.')).join('\n');
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function linesOf(value: Json | undefined, document: JsonRecord, path: Path): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (isList(value)) return value.map((one, n) => `– ${linesOf(one, document, [...path, n]).join('; ')}`);
	if (isRecord(value)) return Object.keys(value).flatMap((name) => inThing(value, document, [...path, name]));
	if (typeof value === 'boolean') return [value ? m.outline_yes() : m.outline_no()];
	return [typeof value === 'string' ? wordsOf(value, document, path) : String(value)];
}

/** Numbers say nothing without their names; what the platform gives is nobody's words. */
function inThing(thing: JsonRecord, document: JsonRecord, path: Path): string[] {
	if (fieldAt(WHOLE, path)?.kind === 'given') return [];
	const value = thing[String(path.at(-1))];
	const lines = linesOf(value, document, path);
	const bare = typeof value === 'number' || typeof value === 'boolean';
	return bare ? lines.map((line) => `${labelAt(path)}: ${line}`) : lines;
}

/** Words stand as they are; a key is told by the title of what has it. */
function wordsOf(value: string, document: JsonRecord, path: Path): string {
	const around = path.slice(0, -1);
	const [field, list] = [fieldAt(WHOLE, path), fieldAt(WHOLE, around)];
	if (field?.kind === 'reference') return titled(value, referables(document, field.to));
	if (list?.kind === 'references')
		return titled(valueAt(around, value), referables(document, list.to), value);
	if (list?.kind !== 'records' || typeof path.at(-1) === 'string') return valueAt(path, value);

	const held = recordsIn(heldAt(document, pathOf(document, around.join('.'))));
	return nameIn(held.find((one) => textIn(one, 'key') === value)) ?? value;
}

function titled(otherwise: string, known: Referable[], key = otherwise): string {
	const found = known.find((one) => one.key === key);
	return found ? nameOfReferable(found) : otherwise;
}
