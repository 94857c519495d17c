import type { Fault, Field } from '../definition.ts';
import { checkCell } from './cell.ts';
import { fault, type Mode } from './check.ts';
import { checkOneOf, checkOrdering, checkScale, checkSeveralOf } from './choice.ts';
import { checkPeriod } from './date.ts';
import { isEmpty } from './emptiness.ts';
import { checkFile } from './file.ts';
import { checkMatrix } from './matrix.ts';
import { checkNumbers } from './number.ts';
import { checkTable } from './table.ts';
import { checkPerson } from './text.ts';

/** Faults of one field: absence first, then the check of its kind. */
export function checkField(field: Field, value: unknown, path: string, mode: Mode): Fault[] {
	if (isEmpty(field, value)) return mode === 'final' && isAsked(field) ? fault(path, 'required') : [];

	switch (field.kind) {
		case 'shortText':
		case 'longText':
		case 'number':
		case 'date':
		case 'singleChoice':
			return checkCell(field, value, path, mode);
		case 'person':
			return checkPerson(field, value, path, mode);
		case 'numbers':
			return checkNumbers(field, value, path, mode);
		case 'period':
			return checkPeriod(field, value, path, mode);
		case 'gradedChoice':
			return checkOneOf(field, value, path, mode);
		case 'multipleChoice':
			return checkSeveralOf(field, value, path, mode);
		case 'ordering':
			return checkOrdering(field, value, path, mode);
		case 'scale':
			return checkScale(field, value, path, mode);
		case 'matrix':
			return checkMatrix(field, value, path, mode);
		case 'table':
			return checkTable(field, value, path, mode);
		case 'file':
			return checkFile(field, value, path, mode);
		case 'computed':
			return fault(path, 'unknown_field');
	}
}

/** A computed value is never asked of a person, whatever the definition says. */
function isAsked(field: Field): boolean {
	return field.required === true && field.kind !== 'computed';
}
