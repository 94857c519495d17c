import type { Field, FormDefinition } from './definition.ts';
import { fieldsOf } from './validate.ts';
import { isObject, own } from './values.ts';

export type GuardedText = { path: string; text: string };

/** Free texts in which a person may have written about a pupil, with their places (R166). */
export function guardedTexts(definition: FormDefinition, answer: unknown): GuardedText[] {
	if (!isObject(answer)) return [];
	return fieldsOf(definition).flatMap((field) => textsOf(field, own(answer, field.key)));
}

function textsOf(field: Field, value: unknown): GuardedText[] {
	if (field.kind === 'table' && Array.isArray(value)) {
		const columns = field.columns.filter((column) => isGuarded(column)).map((column) => column.key);
		return value.flatMap((row, n) =>
			columns.flatMap((key) => written(`${field.key}.${n}.${key}`, isObject(row) ? own(row, key) : null))
		);
	}
	return isGuarded(field) ? written(field.key, value) : [];
}

function isGuarded(field: { guarded?: boolean } | object): boolean {
	return 'guarded' in field && field.guarded === true;
}

function written(path: string, value: unknown): GuardedText[] {
	return typeof value === 'string' && value !== '' ? [{ path, text: value }] : [];
}
