import type { Field, FormDefinition } from '../../forms/index.ts';
import { repeated } from '../../imports/index.ts';
import { error, type Finding, type FindingCode } from '../finding.ts';

/** What a card that is still being written lacks, by fields; `drawable`: it can be shown all the same. */
export type Lacks = { findings: Finding[]; drawable: boolean };

/** Words that are missing leave a gap on the screen; without rows, columns or levels there is nothing to show. */
export function lacksOf({ key, title, sections }: FormDefinition, place: string): Lacks {
	const fields = sections.flatMap((section) => section.fields);
	const breaking = [
		...(fields.length > 0 ? [] : [error(place, 'card.no_fields')]),
		...repeated([...sections.map((section) => `§${section.key}`), ...fields.map((field) => field.key)]).map(
			(twice) => error(`${place}.${twice}`, 'key.repeated', { key: twice })
		),
		...fields.flatMap((field) => lacksOfField(field, `${place}.${field.key}`))
	];
	const blank = [
		...(isBlank(title) && key !== 'diagnostic' ? [error(`${place}.title`, 'shape.empty')] : []),
		...fields
			.filter((field) => [field.label, ...labelsOf(field)].some(isBlank))
			.map((field) => error(`${place}.${field.key}`, 'shape.empty'))
	];
	return { findings: [...breaking, ...blank], drawable: breaking.length === 0 };
}

function lacksOfField(field: Field, place: string): Finding[] {
	switch (field.kind) {
		case 'singleChoice':
		case 'multipleChoice':
		case 'gradedChoice':
		case 'ordering':
			return lists(place, [['item.no_options', field.options.map(({ value }) => value)]]);
		case 'scale':
			return lists(place, [['card.no_levels', field.levels.map(({ value }) => String(value))]]);
		case 'matrix':
			return lists(place, [
				['card.no_rows', field.rows.map(({ value }) => value)],
				['card.no_columns', field.columns.map(({ value }) => value)],
				['card.no_levels', field.levels.map(({ value }) => String(value))]
			]);
		case 'table':
			return [
				...lists(place, [['card.no_columns', field.columns.map(({ key }) => key)]]),
				...field.columns.flatMap((column) => lacksOfField(column, `${place}.${column.key}`))
			];
		default:
			return [];
	}
}

type List = [lack: FindingCode, values: string[]];

function lists(place: string, all: List[]): Finding[] {
	return all.flatMap(([lack, values]) => {
		if (values.length === 0) return [error(place, lack)];
		return repeated(values).map((key) => error(place, 'key.repeated', { key }));
	});
}

function labelsOf(field: Field): string[] {
	switch (field.kind) {
		case 'singleChoice':
		case 'multipleChoice':
		case 'gradedChoice':
		case 'ordering':
			return field.options.map(({ label }) => label);
		case 'scale':
			return field.levels.map(({ label }) => label);
		case 'matrix':
			return [...field.rows, ...field.columns, ...field.levels].map(({ label }) => label);
		case 'table':
			return field.columns.flatMap((column) => [column.label, ...labelsOf(column)]);
		default:
			return [];
	}
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}
