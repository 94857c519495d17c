import { expect, test } from 'vitest';
import { kindOf } from '../part-kinds.ts';
import { givenPart, typedRows } from './given-part.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

const asked = (part: string) => kindOf(part)!;

test('rows without a name were left empty, and the others keep their order', () => {
	const data = form({
		'label-1': ' Наименование ',
		'type-1': 'address',
		'required-1': 'on',
		'label-2': '  ',
		'type-2': 'text',
		'label-10': 'Программа',
		'type-10': 'programme'
	});
	expect(typedRows(data)).toEqual([
		{ label: 'Наименование', type: 'address', required: true },
		{ label: 'Программа', type: 'programme', required: false }
	]);
	expect(givenPart(data, asked('application.fields'))).toEqual({
		part: 'application.fields',
		rows: typedRows(data)
	});
});

test('a kind that is none of ours is taken for the first', () => {
	const data = form({ 'label-1': 'Сроки', 'type-1': 'money' });
	expect(givenPart(data, asked('plan.columns'))).toEqual({
		part: 'plan.columns',
		rows: [{ label: 'Сроки', type: 'number' }]
	});
});

test('words and acts come as they are chosen', () => {
	expect(givenPart(form({ text: 'Комитет' }), asked('status.granted_by'))).toEqual({
		part: 'status.granted_by',
		text: 'Комитет'
	});
	expect(givenPart(form({ act: 'приказ' }), asked('status.act'))).toEqual({
		part: 'status.act',
		act: 'приказ'
	});
});

test('a term, grounds, a yearly day and sections come by the names of their fields', () => {
	const term = form({ kind: 'max_duration', text: 'Приказ № 5', months: '36', starts: '', ends: '' });
	expect(givenPart(term, asked('status.term'))).toEqual({
		part: 'status.term',
		term: { kind: 'max_duration', text: 'Приказ № 5', months: 36, starts: null, ends: null }
	});
	const grounds = form({
		'ground-obstacles': ' Закрыта ',
		'exceptional-obstacles': 'on',
		'ground-nothing': 'x'
	});
	expect(givenPart(grounds, asked('termination.grounds'))).toEqual({
		part: 'termination.grounds',
		grounds: [{ code: 'obstacles', text: 'Закрыта', exceptional: true }]
	});
	expect(givenPart(form({ day: '1', month: '6' }), asked('report.deadline'))).toEqual({
		...{ part: 'report.deadline', month: 6, day: 1 }
	});
	expect(givenPart(form({ 'label-1': 'Цель' }), asked('programme_structure.sections'))).toEqual({
		part: 'programme_structure.sections',
		rows: [{ label: 'Цель' }]
	});
});

test('what nobody can give by hand has no form', () => {
	expect([kindOf('source.complete'), kindOf('toString'), kindOf('nothing')]).toEqual([null, null, null]);
});
