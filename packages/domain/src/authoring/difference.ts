import { same } from './same.ts';

/** One place at which two documents differ, by keys where there are keys. `moved`: the things are the same, in another order. */
export type Change = {
	place: string;
	change: 'added' | 'removed' | 'changed' | 'moved';
	before?: unknown;
	after?: unknown;
};

type Thing = Record<string, unknown>;
type Keyed = { key: string };

/** What differs between two values, from the outside in: a thing that came or went is told once, as a whole. */
export function difference(before: unknown, after: unknown, place = ''): Change[] {
	if (before === after || same(before, after)) return [];
	if (before === undefined) return [{ place, change: 'added', after }];
	if (after === undefined) return [{ place, change: 'removed', before }];
	if (isThing(before) && isThing(after)) return inThings(before, after, place);
	if (areKeyed(before) && areKeyed(after)) return inLists(before, after, place);
	return [{ place, change: 'changed', before, after }];
}

function inThings(before: Thing, after: Thing, place: string): Change[] {
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return names.flatMap((name) => difference(own(before, name), own(after, name), at(place, name)));
}

function inLists(before: Keyed[], after: Keyed[], place: string): Change[] {
	const keys = [...new Set([...before, ...after].map(({ key }) => key))];
	const changes = keys.flatMap((key) =>
		difference(
			before.find((thing) => thing.key === key),
			after.find((thing) => thing.key === key),
			at(place, key)
		)
	);
	const staying = (list: Keyed[], other: Keyed[]) =>
		list.map(({ key }) => key).filter((key) => other.some((thing) => thing.key === key));
	const [was, is] = [staying(before, after), staying(after, before)];
	return same(was, is) ? changes : [...changes, { place, change: 'moved', before: was, after: is }];
}

function isThing(value: unknown): value is Thing {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of things each of which has a key of its own. */
function areKeyed(value: unknown): value is Keyed[] {
	if (!Array.isArray(value)) return false;
	const keys = value.map((thing: unknown) => (isThing(thing) ? own(thing, 'key') : undefined));
	return keys.every((key) => typeof key === 'string') && new Set(keys).size === keys.length;
}

function own(thing: Thing, name: string): unknown {
	return Object.hasOwn(thing, name) ? thing[name] : undefined;
}

function at(place: string, name: string): string {
	return place === '' ? name : `${place}.${name}`;
}
