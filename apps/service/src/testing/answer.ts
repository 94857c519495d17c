import {
	EXAMPLES,
	fieldsOf,
	type Answer,
	type Field,
	type FieldValue,
	type FormDefinition
} from '@stazhirovka/domain/forms';

/** A whole answer to any form of a programme, with nothing in it by which a pupil could be known. */
export function wholeAnswer(definition: unknown, own: Answer = {}): Answer {
	const asked = fieldsOf(definition as FormDefinition).filter(
		({ kind }) => kind !== 'computed' && kind !== 'file'
	);
	return { ...Object.fromEntries(asked.map((field) => [field.key, valueOf(field)])), ...own };
}

function valueOf(field: Field): FieldValue {
	switch (field.kind) {
		case 'shortText':
			return field.pattern ? EXAMPLES[field.pattern] : 'по три минуты';
		case 'longText':
			return 'Записали время и действия. '.repeat(Math.ceil((field.minLength ?? 1) / 26)).trim();
		case 'number':
			return Math.max(field.min ?? 1, 1);
		case 'numbers':
			return Array.from({ length: field.minItems ?? 1 }, (_, place) => place + 1);
		case 'date':
			return '2027-01-18';
		case 'period':
			return { from: '2027-01-20', to: '2027-01-22' };
		case 'singleChoice':
		case 'gradedChoice':
			return field.options[0]?.value;
		case 'multipleChoice':
		case 'ordering':
			return field.options.map(({ value }) => value);
		case 'scale':
			return field.levels.at(-1)?.value;
		case 'matrix':
			return Object.fromEntries(field.rows.map((row) => [row.value, marksOf(field)]));
		case 'table':
			return Array.from({ length: field.minRows ?? 1 }, () => rowOf(field));
		default:
			return 'Площадка';
	}
}

function marksOf({ columns, levels }: Extract<Field, { kind: 'matrix' }>) {
	return Object.fromEntries(columns.map(({ value }) => [value, levels.at(-1)?.value ?? null]));
}

function rowOf({ columns }: Extract<Field, { kind: 'table' }>) {
	return Object.fromEntries(columns.map((column) => [column.key, valueOf(column) as string | number | null]));
}
