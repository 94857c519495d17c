import type { Json, JsonRecord, Path } from './field.ts';

export function isList(value: Json | undefined): value is Json[] {
	return Array.isArray(value);
}

export function isRecord(value: Json | undefined): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(whole: Json | undefined, path: Path): Json | undefined {
	return path.reduce<Json | undefined>((value, step) => {
		if (isList(value)) return typeof step === 'number' ? value[step] : undefined;
		return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
	}, whole);
}

/** The things of a list that are records. */
export function recordsIn(value: Json | undefined): JsonRecord[] {
	return isList(value) ? value.filter(isRecord) : [];
}

/** A text under a key of a record, or an empty one. */
export function textIn(value: Json | undefined, key: string): string {
	const found = valueAt(value, [key]);
	return typeof found === 'string' ? found : '';
}
