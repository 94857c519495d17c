import type { Column, Fault } from '../definition.ts';
import { isBlank } from '../values.ts';
import { fault, type Mode } from './check.ts';
import { checkOneOf } from './choice.ts';
import { checkDate } from './date.ts';
import { checkNumber } from './number.ts';
import { checkLongText, checkShortText } from './text.ts';

/** A cell of a repeating table. The same kinds are checked the same way outside a table. */
export function checkCell(column: Column, value: unknown, path: string, mode: Mode): Fault[] {
	if (isEmptyCell(column, value)) return mode === 'final' && column.required ? fault(path, 'required') : [];

	switch (column.kind) {
		case 'shortText':
			return checkShortText(column, value, path, mode);
		case 'longText':
			return checkLongText(column, value, path, mode);
		case 'number':
			return checkNumber(column, value, path, mode);
		case 'date':
			return checkDate(column, value, path, mode);
		case 'singleChoice':
			return checkOneOf(column, value, path, mode);
	}
}

export function isEmptyCell(column: Column, value: unknown): boolean {
	if (value === undefined || value === null) return true;
	return typeof value === 'string' && column.kind !== 'number' && isBlank(value);
}
