import {
	fieldsOf,
	type Column,
	type Field,
	type FieldKind,
	type FormDefinition
} from '@stazhirovka/domain/forms';

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

export type Period = { from: string | null; to: string | null };
export type Matrix = { [row: string]: { [column: string]: number | null } };
export type Row = { [column: string]: string | number | null };
export type Cell = Row[string];

/** The field a path lies in: `scenario.2.minutes` is inside `scenario`. */
export function fieldAt(definition: FormDefinition, path: string): Field | undefined {
	return fieldsOf(definition)
		.filter(({ key }) => path === key || path.startsWith(`${key}.`))
		.sort((one, other) => other.key.length - one.key.length)[0];
}

/** Choosing rather than writing: the words of a fault differ. */
export function isChoice(field: Field | Column): boolean {
	return ['singleChoice', 'multipleChoice', 'gradedChoice', 'scale', 'matrix', 'ordering'].includes(
		field.kind
	);
}
