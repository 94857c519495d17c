import type { Json, Path } from './field.ts';
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
