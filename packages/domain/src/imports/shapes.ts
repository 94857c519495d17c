import { error, type Finding } from './finding.ts';

export type ShapeCode = `shape.${
	| 'missing'
	| 'wrong_type'
	| 'not_allowed'
	| 'wrong_pattern'
	| 'out_of_range'
	| 'empty'
	| 'too_long'
	| 'too_few'
	| 'too_many'}`;

/** What is wrong with a value at its place; where nothing is, the value is a `T`. */
export type Shape<T> = { (value: unknown, place: string): Finding<ShapeCode>[]; readonly of?: T };

/** Parts that are not named here are kept and not looked at. */
export function object<T extends object>(parts: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
	const named = Object.entries(parts) as [string, Shape<unknown>][];
	return (value, place) => {
		if (value === undefined) return [error(place, 'shape.missing')];
		if (!isObject(value)) return [wrongType(place, 'object')];
		return named.flatMap(([name, part]) => part(own(value, name), place ? `${place}.${name}` : name));
	};
}

/** Things of a list are placed by their keys, where they have them. */
export function list<T>(item: Shape<T>, { least = 0, most = 300 } = {}): Shape<T[]> {
	return (value, place) => {
		if (value === undefined) return [error(place, 'shape.missing')];
		if (!Array.isArray(value)) return [wrongType(place, 'list')];
		if (value.length < least) return [error(place, 'shape.too_few', { limit: least })];
		if (value.length > most) return [error(place, 'shape.too_many', { limit: most })];
		return value.flatMap((one: unknown, index) => item(one, `${place}.${nameOf(one, index)}`));
	};
}

/** Words: not empty, and not longer than a file of ours has any use for. */
export function text(pattern?: RegExp, most = 5000): Shape<string> {
	return (value, place) => {
		if (value === undefined) return [error(place, 'shape.missing')];
		if (typeof value !== 'string') return [wrongType(place, 'text')];
		if (value.trim() === '') return [error(place, 'shape.empty')];
		if (value.length > most) return [error(place, 'shape.too_long', { limit: most })];
		return pattern && !pattern.test(value) ? [error(place, 'shape.wrong_pattern', { found: value })] : [];
	};
}

export function integer(least: number, most: number): Shape<number> {
	return (value, place) => {
		if (value === undefined) return [error(place, 'shape.missing')];
		if (!Number.isInteger(value)) return [wrongType(place, 'integer')];
		const inside = Number(value) >= least && Number(value) <= most;
		return inside ? [] : [error(place, 'shape.out_of_range', { found: Number(value), least, most })];
	};
}

export const flag: Shape<boolean> = (value, place) => {
	if (value === undefined) return [error(place, 'shape.missing')];
	return typeof value === 'boolean' ? [] : [wrongType(place, 'flag')];
};

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
	return (value, place) => {
		if (value === undefined) return [error(place, 'shape.missing')];
		if (values.some((allowed) => allowed === value)) return [];
		return [error(place, 'shape.not_allowed', { found: shown(value), allowed: values.join(', ') })];
	};
}

/** `null` says «the source does not tell». */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
	return (value, place) => (value === null ? [] : shape(value, place));
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
	return (value, place) => (value === undefined ? [] : shape(value, place));
}

/** The first shape that fits; where none does, what the last one says. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
	return (value, place) => (first(value, place).length === 0 ? [] : second(value, place));
}

/** For what holds things of its own kind. */
export function later<T>(shape: () => Shape<T>): Shape<T> {
	return (value, place) => shape()(value, place);
}

function wrongType(place: string, wanted: string): Finding<'shape.wrong_type'> {
	return error(place, 'shape.wrong_type', { wanted });
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Never what an object inherits: a file may name a part `constructor`. */
function own(value: object, name: string): unknown {
	return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function nameOf(value: unknown, index: number): string {
	const key = isObject(value) ? own(value, 'key') : undefined;
	return typeof key === 'string' && key !== '' ? key.slice(0, 64) : String(index);
}

function shown(value: unknown): string {
	return typeof value === 'string' ? value.slice(0, 100) : (JSON.stringify(value) ?? '').slice(0, 100);
}
