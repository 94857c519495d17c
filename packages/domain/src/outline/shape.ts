import type { Field, Fields, FieldsOf } from './field.ts';

type As<K extends Field['kind']> = Omit<Extract<Field, { kind: K }>, 'kind'>;

/* The words in which an outline is written. */
export const line: Field = { kind: 'line' };
export const note: Field = { kind: 'note' };
export const count: Field = { kind: 'count' };
export const lines: Field = { kind: 'lines' };
export const given: Field = { kind: 'given' };

export function choice(values: readonly string[], more: Omit<As<'choice'>, 'values'> = {}): Field {
	return { kind: 'choice', values, ...more };
}

/** A word that is usually one of these; an author may write another. */
export function word(values: readonly string[]): Field {
	return { kind: 'choice', values, open: true };
}

export function record<T>(fields: FieldsOf<T>): Field {
	return { kind: 'record', fields: fields as Fields };
}

export function records<T>(fields: FieldsOf<T>, more: Omit<As<'records'>, 'fields'>): Field {
	return { kind: 'records', fields: fields as Fields, ...more };
}

export function optional(field: Field): Field {
	return { ...field, optional: true };
}

/** Optional and seldom needed. */
export function rare(field: Field): Field {
	return { ...field, optional: true, rare: true };
}
