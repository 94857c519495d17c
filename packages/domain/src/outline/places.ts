import type { Field, Json, Path } from './field.ts';
import { isList, isRecord, valueAt } from './json.ts';

/** A path as findings and comments name it: things by their keys, `tasks.T01.title`. */
export function placeOf(whole: Json, path: Path): string {
	const names = path.map((step, n) => {
		const held = typeof step === 'number' ? valueAt(whole, path.slice(0, n + 1)) : undefined;
		return isRecord(held) && typeof held.key === 'string' && held.key !== '' ? held.key : String(step);
	});
	return names.join('.');
}

/** The path that a place names; it stops at the last step that exists. */
export function pathOf(whole: Json, place: string): (string | number)[] {
	const path: (string | number)[] = [];
	for (const name of place === '' ? [] : place.split('.')) {
		const step = stepTo(valueAt(whole, path), name);
		if (step === null) break;
		path.push(step);
	}
	return path;
}

function stepTo(held: Json | undefined, name: string): string | number | null {
	if (isList(held)) {
		const index = held.findIndex((thing) => isRecord(thing) && thing.key === name);
		if (index !== -1) return index;
		return /^\d+$/.test(name) && Number(name) < held.length ? Number(name) : null;
	}
	return isRecord(held) || held === undefined ? name : null;
}

/** A path without the names that an author gave: `tasks.self_check.text`. Words of the web app are found by it. */
export function kindOfPlace(field: Field, path: Path): string {
	const [step, ...rest] = path;
	if (step === undefined) return '';

	const [name, child] = stepInto(field, step);
	return [name, child && kindOfPlace(child, rest)].filter(Boolean).join('.');
}

function stepInto(field: Field, step: string | number): [name: string, child: Field | undefined] {
	switch (field.kind) {
		case 'record':
			return [String(step), field.fields[step]];
		case 'records':
			return ['', { kind: 'record', fields: field.fields }];
		case 'keyed':
			return ['', field.of];
		case 'either': {
			const shapes = Object.values(field.shapes);
			const list = shapes.find(({ kind }) => kind === 'records');
			return list ? stepInto(list, step) : ['', undefined];
		}
		default:
			return ['', undefined];
	}
}

/** The field that edits the value at a path. */
export function fieldAt(field: Field, path: Path): Field | undefined {
	return path.reduce<Field | undefined>((held, step) => held && stepInto(held, step)[1], field);
}
