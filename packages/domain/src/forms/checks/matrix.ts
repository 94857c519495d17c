import type { Fault } from '../definition.ts';
import { isObject, own, type Loose } from '../values.ts';
import { fault, type Check, type FieldOf, type Mode } from './check.ts';
import { isLevel } from './choice.ts';
import { isFiniteNumber } from './number.ts';
import { unknownKeys } from './unknown.ts';

/** A required matrix is answered in every cell; the fault names the row, its cells and how many are answered. */
export const checkMatrix: Check<'matrix'> = (field, value, path, mode) => {
	if (!isObject(value)) return fault(path, 'wrong_type');

	const rows = field.rows.map((row) => row.value);
	return [
		...rows.flatMap((row) => checkRow(field, own(value, row), `${path}.${row}`, mode)),
		...unknownKeys(value, rows, path)
	];
};

/** Known rows and columns only, and not one cell answered. */
export function isBlankMatrix(field: FieldOf<'matrix'>, value: Loose): boolean {
	const rows = field.rows.map((row) => row.value);
	const columns = field.columns.map((column) => column.value);

	return Object.keys(value).every((key) => {
		const row = own(value, key);
		if (!rows.includes(key)) return false;
		if (row === undefined || row === null) return true;
		return (
			isObject(row) &&
			Object.keys(row).every((column) => columns.includes(column)) &&
			countAnswered(field, row) === 0
		);
	});
}

function checkRow(field: FieldOf<'matrix'>, row: unknown, path: string, mode: Mode): Fault[] {
	const cells = row ?? {};
	if (!isObject(cells)) return fault(path, 'wrong_type');

	const wrong = checkCells(field, cells, path);
	if (wrong.length > 0 || mode === 'draft' || !field.required) return wrong;

	const found = countAnswered(field, cells);
	const limit = field.columns.length;
	return found < limit ? fault(path, 'required', { limit, found }) : [];
}

function checkCells(field: FieldOf<'matrix'>, row: Loose, path: string): Fault[] {
	const columns = field.columns.map((column) => column.value);
	const wrong = columns.flatMap((column) => {
		const cell = own(row, column);
		if (!isAnswered(field, cell)) return [];
		if (cell !== null && !isFiniteNumber(cell)) return fault(`${path}.${column}`, 'wrong_type');
		return isLevel(field.levels, cell) ? [] : fault(`${path}.${column}`, 'not_an_option');
	});
	return [...wrong, ...unknownKeys(row, columns, path)];
}

function countAnswered(field: FieldOf<'matrix'>, row: Loose): number {
	return field.columns.filter((column) => isAnswered(field, own(row, column.value))).length;
}

function isAnswered(field: FieldOf<'matrix'>, cell: unknown): boolean {
	return cell !== undefined && (cell !== null || isLevel(field.levels, null));
}
