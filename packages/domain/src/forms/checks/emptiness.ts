import type { Field } from '../definition.ts';
import { isBlank, isObject, type Loose } from '../values.ts';
import { isLevel } from './choice.ts';
import { isBlankPeriod } from './date.ts';
import { isBlankMatrix } from './matrix.ts';
import { isBlankRow, mostRows } from './table.ts';

/** Nothing answered yet. «Not seen» (`null` among the levels of a scale) is an answer. */
export function isEmpty(field: Field, value: unknown): boolean {
	if (value === undefined) return true;
	if (value === null) return !(field.kind === 'scale' && isLevel(field.levels, null));
	if (typeof value === 'string') return isWritten(field) && isBlank(value);
	if (Array.isArray(value)) return isEmptyList(field, value);
	return isObject(value) && isEmptyObject(field, value);
}

function isWritten(field: Field): boolean {
	return ['shortText', 'longText', 'person', 'date', 'singleChoice', 'gradedChoice'].includes(field.kind);
}

function isEmptyList(field: Field, value: unknown[]): boolean {
	if (field.kind === 'table') {
		return value.length <= mostRows(field) && value.every((row) => isBlankRow(field.columns, row));
	}
	return value.length === 0 && ['numbers', 'multipleChoice', 'ordering', 'file'].includes(field.kind);
}

function isEmptyObject(field: Field, value: Loose): boolean {
	if (field.kind === 'period') return isBlankPeriod(value);
	return field.kind === 'matrix' && isBlankMatrix(field, value);
}
