import {
	fieldsOf,
	type Answer,
	type Column,
	type Field,
	type FormDefinition
} from '@stazhirovka/domain/forms';
import type { Cell, FieldOf, Matrix, Row } from '../kinds.ts';
import { nameOf } from '../names.ts';
import { readNumber } from '../numbers.ts';

/** Most rows of a table that a posted form may bring; the definition's own limit is checked by the validator. */
const MOST_ROWS = 200;

/**
 * A posted form as an answer. Reads only the controls that the definition knows; what a person wrote where a number
 * or date belongs stays as written, so that it can be shown again beside its fault.
 */
export function readForm(definition: FormDefinition, form: FormData): Answer {
	const typed = fieldsOf(definition).filter((field) => field.kind !== 'computed');
	return Object.fromEntries(typed.map((field) => [field.key, valueOf(field, form)]));
}

function valueOf(field: Field, form: FormData): Answer[string] {
	const name = nameOf(field.key);

	switch (field.kind) {
		case 'shortText':
		case 'longText':
		case 'person':
			return textIn(form, name);
		case 'number':
			return readNumber(textIn(form, name));
		case 'numbers':
			return textsIn(form, name)
				.map(readNumber)
				.filter((item) => item !== null) as number[];
		case 'date':
		case 'singleChoice':
		case 'gradedChoice':
			return textIn(form, name) || null;
		case 'period':
			return { from: textIn(form, `${name}.from`) || null, to: textIn(form, `${name}.to`) || null };
		case 'multipleChoice':
		case 'ordering':
		case 'file':
			return textsIn(form, name);
		case 'scale':
			return levelIn(form, name, field.levels);
		case 'matrix':
			return matrixIn(form, field);
		case 'table':
			return rowsIn(form, field);
		case 'computed':
			return undefined;
	}
}

function textIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

function textsIn(form: FormData, name: string): string[] {
	return form.getAll(name).filter((value) => typeof value === 'string');
}

/** Levels are posted as written by `String`: «3», «null» for «not seen». */
function levelIn(
	form: FormData,
	name: string,
	levels: { value: number | null }[]
): number | null | undefined {
	return levels.find(({ value }) => String(value) === form.get(name))?.value;
}

function matrixIn(form: FormData, field: FieldOf<'matrix'>): Matrix {
	const cells = (row: string) =>
		field.columns.flatMap((column): [string, number | null][] => {
			const level = levelIn(form, nameOf(`${field.key}.${row}.${column.value}`), field.levels);
			return level === undefined ? [] : [[column.value, level]];
		});

	return Object.fromEntries(field.rows.map((row) => [row.value, Object.fromEntries(cells(row.value))]));
}

function rowsIn(form: FormData, field: FieldOf<'table'>): Row[] {
	const said = Number(form.get(`${nameOf(field.key)}.rows`));
	const count = Number.isInteger(said) ? Math.min(Math.max(said, 0), MOST_ROWS) : 0;

	return Array.from({ length: count }, (_, at) =>
		Object.fromEntries(
			field.columns.map((column) => [
				column.key,
				cellOf(column, textIn(form, nameOf(`${field.key}.${at}.${column.key}`)))
			])
		)
	);
}

function cellOf(column: Column, text: string): Cell {
	if (column.kind === 'number') return readNumber(text);
	return text === '' ? null : text;
}
