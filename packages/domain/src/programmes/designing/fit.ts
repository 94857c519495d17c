/** How a place of a draft is read: whatever stands there, what comes out is of the right kind. */
export type Fit<T> = (value: unknown) => T;

export const words: Fit<string> = (value) => (typeof value === 'string' ? value : '');
export const number: Fit<number> = (value) => (isNumber(value) ? value : 0);
export const flag: Fit<boolean> = (value) => value === true;
export const texts: Fit<string[]> = (value) =>
	Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The first stands for anything that is none of them. */
export function oneOf<const T extends string>(first: T, ...others: T[]): Fit<T> {
	return (value) => others.find((allowed) => allowed === value) ?? first;
}

export function maybe<T>(fit: Fit<T>): Fit<T | undefined> {
	return (value) => (value === undefined || value === null ? undefined : fit(value));
}

export function orNull<T>(fit: Fit<T>): Fit<T | null> {
	return (value) => (value === undefined || value === null ? null : fit(value));
}

/** Things of a list; what is no thing at all is left out. */
export function listOf<T>(fit: Fit<T>): Fit<T[]> {
	return (value) => (Array.isArray(value) ? value.filter(isObject).map(fit) : []);
}

/** Things under names of the author's own. */
export function named<T>(fit: Fit<T>, isOne: (value: unknown) => boolean = isObject): Fit<Record<string, T>> {
	return (value) => {
		const all = isObject(value) ? Object.entries(value).filter(([, one]) => isOne(one)) : [];
		return Object.fromEntries(all.map(([name, one]) => [name, fit(one)]));
	};
}

/** A thing whose parts are all there, empty where nothing is. Parts that are not named here are left out. */
export function thing<T extends object>(parts: { [K in keyof T]-?: Fit<T[K]> }): Fit<T> {
	const names = Object.keys(parts) as (keyof T & string)[];
	return (value) => {
		const given = isObject(value) ? value : {};
		const read = names.map((name): [string, unknown] => [name, parts[name](own(given, name))]);
		return Object.fromEntries(read.filter(([, part]) => part !== undefined)) as T;
	};
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

/** Never what an object inherits. */
function own(value: Record<string, unknown>, name: string): unknown {
	return Object.hasOwn(value, name) ? value[name] : undefined;
}
