import { isList, isRecord } from './json.ts';
import type { Field, Json } from './field.ts';

type Either = Extract<Field, { kind: 'either' }>;

/** The name of the shape in which a value is written; the first one where there is no value yet. */
export function shapeOf(field: Either, value: Json | undefined): string {
	const names = Object.keys(field.shapes);
	const fitting = names.find((name) => value !== undefined && fits(field.shapes[name], value));
	return fitting ?? names[0] ?? '';
}

function fits(field: Field | undefined, value: Json): boolean {
	switch (field?.kind) {
		case 'records':
		case 'lines':
		case 'references':
			return isList(value);
		case 'record':
		case 'keyed':
			return isRecord(value);
		case undefined:
			return false;
		default:
			return !isList(value) && !isRecord(value);
	}
}
