import type { FormSheet } from '@stazhirovka/contract/forms';

export type Definition = FormSheet['definition'];
export type Answer = FormSheet['answer'];
export type Field = Definition['sections'][number]['fields'][number];
type Value = Answer[string];

export function fieldsOf(definition: Definition): Field[] {
	return definition.sections.flatMap(({ fields }) => fields);
}

/** A whole answer to any form of a programme, with nothing in it by which a pupil could be known. */
export function wholeAnswer(definition: Definition, own: Answer = {}): Answer {
	const asked = fieldsOf(definition).filter(({ kind }) => kind !== 'computed' && kind !== 'file');
	return { ...Object.fromEntries(asked.map((field) => [field.key, valueOf(field)])), ...own };
}

/** A day of this year as forms hold it, so many days from today, by Moscow's calendar. */
export function dayFromNow(days = 0): string {
	const moment = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(moment);
}

/** What a line of each kind may hold. */
const WRITTEN = {
	pupilCode: 'Ученик А',
	email: 'shkola7@school.example',
	phone: '8 (384-2) 31-15-86',
	link: 'https://school.example/page',
	online: 'shkola7@school.example'
};

function valueOf(field: Field): Value {
	switch (field.kind) {
		case 'shortText':
			return field.pattern ? WRITTEN[field.pattern] : 'по три минуты';
		case 'longText':
			return 'Записали время и действия. '.repeat(Math.ceil((field.minLength ?? 1) / 26)).trim();
		case 'number':
			return Math.max(field.min ?? 1, 1);
		case 'numbers':
			return Array.from({ length: field.minItems ?? 1 }, (_, place) => place + 1);
		case 'date':
			return dayFromNow();
		case 'period':
			return { from: dayFromNow(), to: dayFromNow(2) };
		case 'singleChoice':
		case 'gradedChoice':
			return field.options[0]?.value ?? null;
		case 'multipleChoice':
		case 'ordering':
			return field.options.map(({ value }) => value);
		case 'scale':
			return field.levels.at(-1)?.value ?? null;
		case 'matrix':
			return Object.fromEntries(field.rows.map(({ value }) => [value, marksOf(field)]));
		case 'table':
			return Array.from({ length: field.minRows ?? 1 }, () => rowOf(field));
		default:
			return 'Площадка';
	}
}

function marksOf({ columns, levels }: Extract<Field, { kind: 'matrix' }>): Value {
	return Object.fromEntries(columns.map(({ value }) => [value, levels.at(-1)?.value ?? null]));
}

function rowOf({ columns }: Extract<Field, { kind: 'table' }>): Value {
	return Object.fromEntries(columns.map((column) => [column.key, valueOf(column)]));
}
