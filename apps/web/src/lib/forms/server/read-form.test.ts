import { validate, type Answer, type Field, type FormDefinition } from '@stazhirovka/domain/forms';
import { expect, test } from 'vitest';
import { nameOf } from '../names.ts';
import { writeNumber } from '../numbers.ts';
import { readForm } from './read-form.ts';

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const levels = [0, 1, 2, null].map((value) => ({ value, label: `level ${value}` }));
const fields: Field[] = [
	{ key: 'short', label: 'Short', kind: 'shortText' },
	{ key: 'long', label: 'Long', kind: 'longText' },
	{ key: 'person', label: 'Person', kind: 'person' },
	{ key: 'number', label: 'Number', kind: 'number' },
	{ key: 'numbers', label: 'Numbers', kind: 'numbers' },
	{ key: 'date', label: 'Date', kind: 'date' },
	{ key: 'period', label: 'Period', kind: 'period' },
	{ key: 'one', label: 'One', kind: 'singleChoice', options },
	{ key: 'graded', label: 'Graded', kind: 'gradedChoice', options },
	{ key: 'several', label: 'Several', kind: 'multipleChoice', options },
	{ key: 'order', label: 'Order', kind: 'ordering', options },
	{ key: 'scale', label: 'Scale', kind: 'scale', levels },
	{ key: 'matrix', label: 'Matrix', kind: 'matrix', rows: options, columns: options, levels },
	{
		key: 'table',
		label: 'Table',
		kind: 'table',
		columns: [
			{ key: 'stage', label: 'Stage', kind: 'shortText' },
			{ key: 'minutes', label: 'Minutes', kind: 'number' },
			{ key: 'kind', label: 'Kind', kind: 'singleChoice', options }
		]
	},
	{ key: 'files', label: 'Files', kind: 'file', maxFiles: 2, maxMegabytes: 5, extensions: ['pdf'] },
	{ key: 'score', label: 'Score', kind: 'computed' }
];
const form: FormDefinition = { key: 'f', title: 'F', sections: [{ key: 's', fields }] };

const whole: Answer = {
	short: 'Учитель',
	long: 'Первая строка\nВторая «строка»',
	person: 'Вереснёва Аглая Тихоновна',
	number: 6.5,
	numbers: [6, 7, 5.5],
	date: '2027-02-26',
	period: { from: '2027-01-18', to: '2027-02-26' },
	one: 'a',
	graded: 'b',
	several: ['a', 'c'],
	order: ['c', 'a', 'b'],
	scale: null,
	matrix: { a: { a: 0, b: 2, c: null }, b: {}, c: { a: 1 } },
	table: [
		{ stage: 'Начало', minutes: 5, kind: 'a' },
		{ stage: null, minutes: null, kind: null }
	],
	files: ['0190a0a0-0000-7000-8000-000000000001']
};

/** The controls of the page and what a browser sends for them. */
function post(answer: Answer): FormData {
	const sent = new FormData();
	const put = (path: string, value: unknown) => sent.append(nameOf(path), String(value ?? ''));
	const matrix = answer.matrix as Record<string, Record<string, number | null>>;
	const table = answer.table as Record<string, string | number | null>[];
	const { from, to } = answer.period as { from: string; to: string };

	for (const key of ['short', 'person', 'date', 'one', 'graded', 'scale'])
		sent.append(nameOf(key), String(answer[key]));
	sent.append(nameOf('long'), String(answer.long).replaceAll('\n', '\r\n'));
	sent.append(nameOf('number'), writeNumber(answer.number));
	for (const item of answer.numbers as number[]) sent.append(nameOf('numbers'), writeNumber(item));
	for (const key of ['several', 'order', 'files']) for (const item of answer[key] as string[]) put(key, item);
	put('period.from', from);
	put('period.to', to);
	for (const [row, cells] of Object.entries(matrix)) {
		for (const [column, level] of Object.entries(cells))
			sent.append(nameOf(`matrix.${row}.${column}`), String(level));
	}
	put('table.rows', table.length);
	table.forEach((row, at) => Object.keys(row).forEach((key) => put(`table.${at}.${key}`, row[key])));
	return sent;
}

test('what is on the page without scripts arrives as the same answer', () => {
	expect(readForm(form, post(whole))).toEqual(whole);
	expect(validate(form, whole, 'draft')).toEqual([]);
});

test('an empty form arrives as an answer without a single value', () => {
	expect(readForm(form, new FormData())).toEqual({
		short: '',
		long: '',
		person: '',
		number: null,
		numbers: [],
		date: null,
		period: { from: null, to: null },
		one: null,
		graded: null,
		several: [],
		order: [],
		scale: undefined,
		matrix: { a: {}, b: {}, c: {} },
		table: [],
		files: []
	});
});

test('words where a number belongs stay as written, so that they can be shown beside the fault', () => {
	const sent = new FormData();
	sent.append(nameOf('number'), 'семь');

	expect(readForm(form, sent).number).toBe('семь');
});

test('names that the definition does not know, calculated fields and uploads are not read', () => {
	const sent = new FormData();
	sent.append(nameOf('score'), '100');
	sent.append('field.__proto__', 'x');
	sent.append(nameOf('short'), new Blob(['x']), 'x.txt');
	const answer = readForm(form, sent);

	expect(Object.keys(answer)).toEqual(fields.map(({ key }) => key).filter((key) => key !== 'score'));
	expect(answer.short).toBe('');
});

test('a table claims no more rows than can be', () => {
	const sent = new FormData();
	sent.append(`${nameOf('table')}.rows`, '1000000');

	expect((readForm(form, sent).table as unknown[]).length).toBe(200);
});
