import type { Field, Fields, Json, JsonRecord } from './field.ts';

/** What a field holds before anybody has written into it; undefined where its key is absent. */
export function blankOf(field: Field): Json | undefined {
	if (field.optional) return undefined;

	switch (field.kind) {
		case 'line':
		case 'note':
		case 'phrase':
		case 'reference':
			return '';
		case 'choice':
			return field.blank ?? '';
		case 'yesNo':
			return field.blank ?? false;
		case 'lines':
		case 'references':
			return [];
		case 'records':
			return field.blank ? structuredClone([...field.blank]) : [];
		case 'keyed':
			return {};
		case 'record':
			return blankRecord(field.fields);
		case 'given':
			return field.blank;
		case 'file':
			return null;
		case 'count':
		case 'number':
		case 'either':
			return undefined;
	}
}

/** A thing with everything it must have, still empty but for what is `given`. */
export function blankRecord(fields: Fields, given: JsonRecord = {}): JsonRecord {
	const known = Object.entries(fields).flatMap(([key, field]): [string, Json][] => {
		const value = given[key] ?? blankOf(field);
		return value === undefined ? [] : [[key, value]];
	});
	return Object.fromEntries(known);
}

/** What the platform gives to a record of which nothing is written yet, such as its key. */
export function givenIn(fields: Fields): JsonRecord {
	const given = Object.entries(fields).flatMap(([key, field]): [string, Json][] =>
		field.kind === 'given' && field.blank !== undefined ? [[key, field.blank]] : []
	);
	return Object.fromEntries(given);
}
