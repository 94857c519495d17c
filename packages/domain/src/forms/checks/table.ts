import type { Column, Fault } from '../definition.ts';
import { CEILINGS } from '../limits.ts';
import { isObject, own } from '../values.ts';
import { checkCell, isEmptyCell } from './cell.ts';
import { fault, type Check, type FieldOf, type Mode } from './check.ts';
import { unknownKeys } from './unknown.ts';

/** Rows left wholly blank do not count: neither towards the least number, nor for what their cells lack. */
export const checkTable: Check<'table'> = (field, value, path, mode) => {
	if (!Array.isArray(value)) return fault(path, 'wrong_type');

	const most = mostRows(field);
	if (value.length > most) return fault(path, 'too_many', { limit: most, found: value.length });

	const wrong = value.flatMap((row, n) => checkRow(field.columns, row, `${path}.${n}`, mode));
	const found = value.filter((row) => !isBlankRow(field.columns, row)).length;
	const least = field.minRows ?? 0;
	return mode === 'final' && found < least
		? [...fault(path, 'too_few', { limit: least, found }), ...wrong]
		: wrong;
};

export function mostRows(field: FieldOf<'table'>): number {
	return field.maxRows ?? CEILINGS.tableRows;
}

/** A row of known columns without a single answer. */
export function isBlankRow(columns: Column[], row: unknown): boolean {
	if (!isObject(row)) return false;
	const known = columns.map((column) => column.key);

	return (
		Object.keys(row).every((key) => known.includes(key)) &&
		columns.every((column) => isEmptyCell(column, own(row, column.key)))
	);
}

function checkRow(columns: Column[], row: unknown, path: string, mode: Mode): Fault[] {
	if (!isObject(row)) return fault(path, 'wrong_type');
	if (isBlankRow(columns, row)) return [];

	const known = columns.map((column) => column.key);
	return [
		...columns.flatMap((column) => checkCell(column, own(row, column.key), `${path}.${column.key}`, mode)),
		...unknownKeys(row, known, path)
	];
}
