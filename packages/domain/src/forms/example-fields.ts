import type { Fault, Field, Level, Option } from './definition.ts';
import { validate } from './validate.ts';

const options: Option[] = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const levels: Level[] = [0, 1, 2].map((value) => ({ value, label: String(value) }));
const seen: Level[] = [...levels, { value: null, label: 'в записи не видно' }];
export const matrix: Field = {
	key: 'f',
	label: 'F',
	kind: 'matrix',
	rows: [
		{ value: 'P1', label: 'Первая' },
		{ value: 'P2', label: 'Вторая' }
	],
	columns: options,
	levels
};
export const table: Field = {
	key: 'f',
	label: 'F',
	kind: 'table',
	minRows: 2,
	maxRows: 3,
	columns: [
		{ key: 'stage', label: 'Этап', kind: 'shortText', required: true },
		{ key: 'minutes', label: 'Минуты', kind: 'number', min: 1, integer: true }
	]
};

/** What is wrong with one value of one field: the tests ask one thing at a time. */
export function faults(field: Field, value: unknown, mode: 'draft' | 'final' = 'final'): Fault[] {
	const form = { key: 'form', title: 'Форма', sections: [{ key: 's', fields: [field] }] };
	return validate(form, { f: value }, mode);
}

export function field(kind: Partial<Field> & { kind: Field['kind'] }): Field {
	return { key: 'f', label: 'F', ...kind } as Field;
}

export const text = field({ kind: 'shortText' });
export const long = field({ kind: 'longText', minLength: 5, maxLength: 10 });
export const number = field({ kind: 'number', min: 1, max: 11, integer: true });
export const numbers = field({ kind: 'numbers', minItems: 3, maxItems: 4 });
export const date = field({ kind: 'date' });
export const period = field({ kind: 'period' });
export const pupil = field({ kind: 'shortText', pattern: 'pupilCode' });
export const one = field({ kind: 'singleChoice', options });
export const graded = field({ kind: 'gradedChoice', options });
export const several = field({ kind: 'multipleChoice', options });
export const ordering = field({ kind: 'ordering', options });
export const scale = field({ kind: 'scale', levels });
export const seenScale = field({ kind: 'scale', levels: seen });
export const file = field({ kind: 'file', maxFiles: 2, maxMegabytes: 5, extensions: ['pdf'] });
export const person = field({ kind: 'person' });
export const computed = field({ kind: 'computed' });
