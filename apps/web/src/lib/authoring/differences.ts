import { isList, isRecord, textIn, type Json, type Path } from '@stazhirovka/domain/outline';
import { m } from '#lib/paraglide/messages.js';
import { labelAt, thingAt, valueAt } from './words.ts';

export type Difference = { where: string; mine: string; theirs: string };

/** Where two versions of a part differ, value by value; things of lists are compared by their keys. */
export function differences(mine: Json | undefined, theirs: Json | undefined, path: Path): Difference[] {
	if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
	if (isRecord(mine) && isRecord(theirs)) {
		const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
		return keys.flatMap((key) => differences(mine[key], theirs[key], [...path, key]));
	}
	if (isList(mine) && isList(theirs) && [...mine, ...theirs].every(isRecord)) {
		const keys = [...new Set([...mine, ...theirs].map((thing) => textIn(thing, 'key')))];
		const found = (list: Json[], key: string) => list.find((thing) => textIn(thing, 'key') === key);
		const changed = keys.flatMap((key, n) => differences(found(mine, key), found(theirs, key), [...path, n]));
		return changed.length > 0 ? changed : [{ where: where(path), mine: order(mine), theirs: order(theirs) }];
	}
	return [{ where: where(path), mine: shown(mine, path), theirs: shown(theirs, path) }];
}

function where(path: Path): string {
	return path
		.map((step, n) => (typeof step === 'number' ? `№ ${step + 1}` : labelAt(path.slice(0, n + 1))))
		.join(' › ');
}

function order(list: Json[]): string {
	return list.map((thing, n) => textIn(thing, 'title') || textIn(thing, 'text') || String(n + 1)).join('; ');
}

function shown(value: Json | undefined, path: Path): string {
	if (value === undefined || value === null || value === '') return m.outline_nothing();
	if (typeof value === 'boolean') return value ? m.outline_yes() : m.outline_no();
	if (isList(value)) return value.map((one, n) => shown(one, [...path, n])).join('; ');
	if (isRecord(value)) {
		const named = ['title', 'label', 'text', 'stem'].map((key) => textIn(value, key)).find(Boolean);
		return named ?? thingAt(path.slice(0, -1), Number(path.at(-1) ?? 0) + 1);
	}
	return typeof value === 'string' ? valueAt(path, value) : String(value);
}
